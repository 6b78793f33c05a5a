# title: Database logs go to CloudWatch
# why: Logs on the instance are rotated away with it; after an incident they are missing.
# fix: Set `enabled_cloudwatch_logs_exports`, for example ["postgresql", "upgrade"] or
#   ["audit", "error", "slowquery"].
# severity: medium
# references: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html
# aliases: CKV_AWS_129, CKV_AWS_324, FSBP RDS.9
# tags: fsbp, logging

policy {}

resource_policy "aws_db_instance" "log-exports" {
  enforce {
    condition     = core::length(core::try([for log in attrs.enabled_cloudwatch_logs_exports : log], [])) > 0
    error_message = "`enabled_cloudwatch_logs_exports` is empty, must name at least one log"
  }
}

resource_policy "aws_rds_cluster" "log-exports" {
  filter = core::try(attrs.engine_mode, null) != "serverless"

  enforce {
    condition     = core::length(core::try([for log in attrs.enabled_cloudwatch_logs_exports : log], [])) > 0
    error_message = "`enabled_cloudwatch_logs_exports` is empty, must name at least one log"
  }
}
