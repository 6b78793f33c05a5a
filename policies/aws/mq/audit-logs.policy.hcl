# title: ActiveMQ brokers write audit logs
# why: Without audit logs nobody can say who administered the broker.
# fix: Add a `logs` block with `audit = true`.
# severity: medium
# references: https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/mq-controls.html
# aliases: CKV_AWS_197
# tags: fsbp, logging

policy {}

resource_policy "aws_mq_broker" "audit-logs" {
  filter = core::try(core::lower(attrs.engine_type), "") == "activemq"

  enforce {
    condition     = core::try(attrs.logs[0].audit, null) == true || core::try(attrs.logs[0].audit, null) == "true"
    error_message = "`logs.audit` is ${core::try(attrs.logs[0].audit, null) == null ? "not set" : "false"}, must be true"
  }
}
