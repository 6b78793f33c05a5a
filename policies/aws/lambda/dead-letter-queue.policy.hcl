# title: Failed asynchronous calls are kept
# why: Events that a function could not handle are dropped after two retries, and nobody
#   learns of it.
# fix: Add a `dead_letter_config` block with a queue or topic as `target_arn`, or an
#   aws_lambda_function_event_invoke_config with `destination_config.on_failure`.
# severity: medium
# references: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
# aliases: CKV_AWS_116
# tags: backup, logging

policy {}

resource_policy "aws_lambda_function" "dead-letter-queue" {
  enforce {
    condition = (
      (core::try(attrs.dead_letter_config[0].target_arn, null) != null && core::try(attrs.dead_letter_config[0].target_arn, null) != "")
      || core::anytrue([for d in core::getresources("aws_lambda_function_event_invoke_config", { function_name = core::try(attrs.function_name, null) }) : core::length(core::try(d.destination_config[0].on_failure, [])) > 0])
      || core::anytrue([for d in core::getresources("aws_lambda_function_event_invoke_config", { function_name = core::try(attrs.arn, null) }) : core::length(core::try(d.destination_config[0].on_failure, [])) > 0])
    )
    error_message = "`dead_letter_config` is not set, must have the `target_arn` of a queue or topic, or a destination on failure"
  }
}
