# title: Search domains publish audit logs
# why: Without audit logs nobody can say who read or changed which index.
# fix: Add a `log_publishing_options` block with `log_type = "AUDIT_LOGS"` and a log group.
# severity: medium
# references: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/audit-logs.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/es-controls.html
# aliases: CKV_AWS_317
# tags: fsbp, logging

policy {}

resource_policy "aws_opensearch_domain" "audit-logs" {
  enforce {
    condition = core::anytrue([
      for log in core::try([for x in attrs.log_publishing_options : x], []) :
      log.log_type == "AUDIT_LOGS" && core::try(log.enabled, null) != false
    ])
    error_message = "`log_publishing_options` has no enabled AUDIT_LOGS"
  }
}

resource_policy "aws_elasticsearch_domain" "audit-logs" {
  enforce {
    condition = core::anytrue([
      for log in core::try([for x in attrs.log_publishing_options : x], []) :
      log.log_type == "AUDIT_LOGS" && core::try(log.enabled, null) != false
    ])
    error_message = "`log_publishing_options` has no enabled AUDIT_LOGS"
  }
}
