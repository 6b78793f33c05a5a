# title: Warehouses have no public address
# why: A warehouse with a public address can be scanned and attacked from the whole internet
#   as soon as a security group allows it. Until version 5 of the AWS provider this is
#   the default.
# fix: Set `publicly_accessible = false`.
# severity: critical
# references: https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-vpc.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html
# aliases: CKV_AWS_87
# tags: fsbp, network

policy {}

resource_policy "aws_redshift_cluster" "not-publicly-accessible" {
  enforce {
    condition     = core::try(attrs.publicly_accessible, null) == false
    error_message = "`publicly_accessible` is ${core::try(attrs.publicly_accessible, null) == null ? "not set" : "true"}, must be false"
  }
}

resource_policy "aws_redshiftserverless_workgroup" "not-publicly-accessible" {
  enforce {
    condition     = core::try(attrs.publicly_accessible, null) == false
    error_message = "`publicly_accessible` is ${core::try(attrs.publicly_accessible, null) == null ? "not set" : "true"}, must be false"
  }
}
