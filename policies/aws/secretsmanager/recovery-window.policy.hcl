# title: Deleted secrets can be restored
# why: With 0 days a deleted secret is gone at once, and with it the access to what it
#   opened.
# fix: Set `recovery_window_in_days` to at least the input `recovery-window-min`, or leave
#   it out (30).
# severity: medium
# references: https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html
# tags: backup, secrets

policy {}

input "recovery-window-min" {
  type        = number
  default     = 7
  description = "Fewest days that a deleted secret can be restored"
}

resource_policy "aws_secretsmanager_secret" "recovery-window" {
  locals {
    days = core::try(attrs.recovery_window_in_days, null) == null ? 30 : core::try(attrs.recovery_window_in_days, null)
  }

  enforce {
    condition     = local.days >= input.recovery-window-min
    error_message = "`recovery_window_in_days` is ${local.days}, must be at least ${input.recovery-window-min}"
  }
}
