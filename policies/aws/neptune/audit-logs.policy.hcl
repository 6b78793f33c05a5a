# title: Neptune clusters export audit logs
# why: Without them nobody can say who queried and changed the graph.
# fix: Add "audit" to `enable_cloudwatch_logs_exports`.
# severity: medium
# references: https://docs.aws.amazon.com/neptune/latest/userguide/auditing.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html
# aliases: CKV_AWS_101
# tags: fsbp, logging

policy {}

resource_policy "aws_neptune_cluster" "audit-logs" {
  enforce {
    condition     = core::contains(core::try([for x in attrs.enable_cloudwatch_logs_exports : x], []), "audit")
    error_message = "`enable_cloudwatch_logs_exports` lacks \"audit\""
  }
}
