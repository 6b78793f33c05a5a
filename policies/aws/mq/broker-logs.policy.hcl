# title: Brokers write logs
# why: Without general logs neither failures nor misuse can be traced.
# fix: Add a `logs` block with `general = true`.
# severity: medium
# references: https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring.html
# aliases: CKV_AWS_48
# tags: logging

policy {}

resource_policy "aws_mq_broker" "broker-logs" {
  enforce {
    condition     = core::try(attrs.logs[0].general, null) == true
    error_message = "`logs.general` is ${core::try(attrs.logs[0].general, null) == null ? "not set" : "false"}, must be true"
  }
}
