# title: GraphQL APIs log their fields
# why: Without logs nobody can say who asked for what, or why it failed.
# fix: Add a `log_config` block with `field_log_level` ALL, ERROR, INFO or DEBUG and a
#   `cloudwatch_logs_role_arn`.
# severity: medium
# references: https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/appsync-controls.html
# aliases: CKV_AWS_193, CKV_AWS_194
# tags: fsbp, logging

policy {}

resource_policy "aws_appsync_graphql_api" "logging-enabled" {
  enforce {
    condition     = core::contains(["ALL", "ERROR", "INFO", "DEBUG"], core::try(attrs.log_config[0].field_log_level, null) == null ? "" : core::try(attrs.log_config[0].field_log_level, null))
    error_message = "`log_config.field_log_level` is ${core::try(attrs.log_config[0].field_log_level, null) == null ? "not set" : core::try(attrs.log_config[0].field_log_level, null)}, must be ALL or ERROR or INFO or DEBUG"
  }
}
