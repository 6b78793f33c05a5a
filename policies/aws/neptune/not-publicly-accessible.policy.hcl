# title: Neptune instances have no public address
# why: A graph database with a public address can be attacked from the whole internet as
#   soon as a security group allows it.
# fix: Leave out `publicly_accessible` or set it to false.
# severity: critical
# references: https://docs.aws.amazon.com/neptune/latest/userguide/security-vpc.html
# aliases: CKV_AWS_102
# tags: network

policy {}

resource_policy "aws_neptune_cluster_instance" "not-publicly-accessible" {
  enforce {
    condition     = core::try(attrs.publicly_accessible, null) == false
    error_message = "`publicly_accessible` is ${core::try(attrs.publicly_accessible, null) == null ? "not set" : "true"}, must be false"
  }
}
