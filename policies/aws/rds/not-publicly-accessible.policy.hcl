# title: Database instances have no public address
# why: An instance with a public address can be scanned and attacked from the whole internet
#   as soon as a security group allows it.
# fix: Set `publicly_accessible = false` and put the instance into private subnets.
# severity: critical
# references: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html
# aliases: CKV_AWS_17, FSBP RDS.2
# tags: cis, fsbp, network

policy {}

resource_policy "aws_db_instance" "not-publicly-accessible" {
  enforce {
    condition     = core::try(attrs.publicly_accessible, null) == false
    error_message = "`publicly_accessible` is ${core::try(attrs.publicly_accessible, null) == null ? "not set" : "true"}, must be false"
  }
}

resource_policy "aws_rds_cluster_instance" "not-publicly-accessible" {
  enforce {
    condition     = core::try(attrs.publicly_accessible, null) == false
    error_message = "`publicly_accessible` is ${core::try(attrs.publicly_accessible, null) == null ? "not set" : "true"}, must be false"
  }
}
