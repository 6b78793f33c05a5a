# title: Database instances run in several availability zones
# why: A single-zone instance is down for as long as its zone, and during maintenance.
# fix: Set `multi_az = true`.
# severity: low
# references: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html
# aliases: CKV_AWS_157, FSBP RDS.5
# tags: fsbp, resilience

policy {}

resource_policy "aws_db_instance" "multi-az" {
  filter = core::try(attrs.multi_az, null) == true || (core::try(attrs.replicate_source_db, null) == null || core::try(attrs.replicate_source_db, null) == "")

  enforce {
    condition     = core::try(attrs.multi_az, null) == true
    error_message = "`multi_az` is ${core::try(attrs.multi_az, null) == null ? "not set" : "false"}, must be true"
  }
}
