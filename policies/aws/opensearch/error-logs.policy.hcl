# title: Search domains publish error logs
# why: Failed queries and denied calls show in the error log first.
# fix: Add a `log_publishing_options` block with `log_type = "ES_APPLICATION_LOGS"` and a
#   log group.
# severity: low
# references: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/es-controls.html
# tags: fsbp, logging

policy {}

resource_policy "aws_opensearch_domain" "error-logs" {
  enforce {
    condition = core::anytrue([
      for log in core::try([for x in attrs.log_publishing_options : x], []) :
      log.log_type == "ES_APPLICATION_LOGS" && core::try(log.enabled, null) != false
    ])
    error_message = "`log_publishing_options` has no enabled ES_APPLICATION_LOGS"
  }
}

resource_policy "aws_elasticsearch_domain" "error-logs" {
  enforce {
    condition = core::anytrue([
      for log in core::try([for x in attrs.log_publishing_options : x], []) :
      log.log_type == "ES_APPLICATION_LOGS" && core::try(log.enabled, null) != false
    ])
    error_message = "`log_publishing_options` has no enabled ES_APPLICATION_LOGS"
  }
}
