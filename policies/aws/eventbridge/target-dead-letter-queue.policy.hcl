# title: Events that cannot be delivered are kept
# why: After the retries an event is dropped, and nobody learns of it.
# fix: Add a `dead_letter_config` block with the `arn` of a queue to the target.
# severity: low
# references: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
# tags: backup, logging

policy {}

resource_policy "aws_cloudwatch_event_target" "target-dead-letter-queue" {
  enforce {
    condition     = core::try(attrs.dead_letter_config[0].arn, null) != null && core::try(attrs.dead_letter_config[0].arn, null) != ""
    error_message = "`dead_letter_config` is not set, must have the `arn` of a queue"
  }
}
