# title: Workgroups publish metrics of their queries
# why: Without them nobody sees who reads how much.
# fix: Set `configuration.publish_cloudwatch_metrics_enabled = true`, or leave it out.
# severity: low
# references: https://docs.aws.amazon.com/athena/latest/ug/query-metrics-viewing.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/athena-controls.html
# tags: fsbp, logging

policy {}

resource_policy "aws_athena_workgroup" "metrics-published" {
  enforce {
    condition     = core::try(attrs.configuration[0].publish_cloudwatch_metrics_enabled, null) != false
    error_message = "`configuration.publish_cloudwatch_metrics_enabled` is false, must be true"
  }
}
