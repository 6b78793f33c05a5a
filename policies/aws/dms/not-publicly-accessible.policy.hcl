# title: Replication instances have no public address
# why: A replication instance holds the credentials of both databases; with a public address
#   it can be attacked from the whole internet.
# fix: Set `publicly_accessible = false`.
# severity: critical
# references: https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html
# aliases: CKV_AWS_89
# tags: fsbp, network

policy {}

resource_policy "aws_dms_replication_instance" "not-publicly-accessible" {
  enforce {
    condition     = core::try(attrs.publicly_accessible, null) == false
    error_message = "`publicly_accessible` is ${core::try(attrs.publicly_accessible, null) == null ? "not set" : "true"}, must be false"
  }
}
