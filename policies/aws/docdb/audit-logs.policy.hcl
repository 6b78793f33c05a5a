# title: DocumentDB clusters export audit logs
# why: Without them nobody can say who logged in and what was changed.
# fix: Add "audit" to `enabled_cloudwatch_logs_exports` (and `audit_logs = enabled` to the
#   parameter group).
# severity: medium
# references: https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/documentdb-controls.html
# aliases: CKV_AWS_85
# tags: fsbp, logging

policy {}

resource_policy "aws_docdb_cluster" "audit-logs" {
  enforce {
    condition     = core::contains(core::try([for x in attrs.enabled_cloudwatch_logs_exports : x], []), "audit")
    error_message = "`enabled_cloudwatch_logs_exports` lacks \"audit\""
  }
}
