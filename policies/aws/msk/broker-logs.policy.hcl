# title: Kafka brokers write logs
# why: Without broker logs neither failures nor misuse can be traced.
# fix: Enable `cloudwatch_logs`, `firehose` or `s3` in `logging_info.broker_logs`.
# severity: medium
# references: https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html
# aliases: CKV_AWS_80
# tags: logging

policy {}

resource_policy "aws_msk_cluster" "broker-logs" {
  enforce {
    condition = core::anytrue([
      core::try(attrs.logging_info[0].broker_logs[0].cloudwatch_logs[0].enabled, null) == true,
      core::try(attrs.logging_info[0].broker_logs[0].firehose[0].enabled, null) == true,
      core::try(attrs.logging_info[0].broker_logs[0].s3[0].enabled, null) == true,
    ])
    error_message = "`logging_info.broker_logs` enables none of `cloudwatch_logs`, `firehose`, `s3`"
  }
}
