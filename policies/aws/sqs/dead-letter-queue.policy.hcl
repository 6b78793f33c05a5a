# title: Messages that fail go to a dead-letter queue
# why: A message that can never be handled is retried until it expires and is then lost, or
#   blocks a FIFO queue.
# fix: Set `redrive_policy` with `deadLetterTargetArn` and `maxReceiveCount`, or add an
#   aws_sqs_queue_redrive_policy.
# severity: low
# references: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
# tags: backup

policy {}

# Queues whose name says that they are dead-letter queues themselves need none.
resource_policy "aws_sqs_queue" "dead-letter-queue" {
  filter = !core::regex_match(core::try(attrs.name, null) == null ? "" : core::try(attrs.name, ""), "(?i)(dlq|dead-?_?letter)")

  enforce {
    condition = (
      (core::try(attrs.redrive_policy, null) != null && core::try(attrs.redrive_policy, null) != "")
      || core::length(core::getresources("aws_sqs_queue_redrive_policy", { queue_url = core::try(attrs.id, null) })) > 0
      || core::length(core::getresources("aws_sqs_queue_redrive_policy", { queue_url = core::try(attrs.url, attrs.id, null) })) > 0
    )
    error_message = "`redrive_policy` is not set, must name a dead-letter queue"
  }
}
