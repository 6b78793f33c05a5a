# title: Transfer servers log sessions
# why: Without logs nobody can say who fetched or put which file.
# fix: Set `structured_log_destinations` to a log group, or `logging_role`.
# severity: medium
# references: https://docs.aws.amazon.com/transfer/latest/userguide/structured-logging.html
# tags: logging

policy {}

resource_policy "aws_transfer_server" "logging-enabled" {
  enforce {
    condition     = core::length(core::try([for d in attrs.structured_log_destinations : d], [])) > 0 || (core::try(attrs.logging_role, null) != null && core::try(attrs.logging_role, null) != "")
    error_message = "neither `structured_log_destinations` nor `logging_role` is set, must have one of them"
  }
}
