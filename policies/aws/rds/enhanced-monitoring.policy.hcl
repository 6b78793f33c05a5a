# title: Database instances have enhanced monitoring
# why: Without operating-system metrics a stalled or overloaded host looks like a slow
#   query.
# fix: Set `monitoring_interval` to 1, 5, 10, 15, 30 or 60 and `monitoring_role_arn`.
# severity: low
# references: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html
# aliases: CKV_AWS_118, FSBP RDS.6
# tags: fsbp, logging

policy {}

resource_policy "aws_db_instance" "enhanced-monitoring" {
  enforce {
    condition     = core::try(attrs.monitoring_interval, null) != null && core::try(attrs.monitoring_interval, null) != 0
    error_message = "`monitoring_interval` is 0, must be 1 to 60 seconds"
  }
}

resource_policy "aws_rds_cluster_instance" "enhanced-monitoring" {
  enforce {
    condition     = core::try(attrs.monitoring_interval, null) != null && core::try(attrs.monitoring_interval, null) != 0
    error_message = "`monitoring_interval` is 0, must be 1 to 60 seconds"
  }
}
