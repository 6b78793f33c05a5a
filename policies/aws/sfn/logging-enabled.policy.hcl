# title: State machines log their executions
# why: Without logs a failed execution of an express workflow leaves no trace at all.
# fix: Add a `logging_configuration` block with `level` ALL, ERROR or FATAL and a
#   `log_destination`.
# severity: medium
# references: https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/stepfunctions-controls.html
# tags: fsbp, logging

policy {}

resource_policy "aws_sfn_state_machine" "logging-enabled" {
  enforce {
    condition     = core::contains(["ALL", "ERROR", "FATAL"], core::try(attrs.logging_configuration[0].level, null) == null ? "" : core::try(attrs.logging_configuration[0].level, null))
    error_message = "`logging_configuration.level` is ${core::try(attrs.logging_configuration[0].level, null) == null ? "not set" : core::try(attrs.logging_configuration[0].level, null)}, must be ALL or ERROR or FATAL"
  }
}
