# title: Deleted keys can be kept for long enough
# why: When a key is gone, everything encrypted with it is gone. The window is the time in
#   which somebody may notice.
# fix: Set `deletion_window_in_days` to at least the input `deletion-window-min`, or leave
#   it out (30).
# severity: medium
# references: https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html
# tags: encryption, backup

policy {}

input "deletion-window-min" {
  type        = number
  default     = 14
  description = "Fewest days that a deleted key can be restored"
}

resource_policy "aws_kms_key" "deletion-window" {
  locals {
    days = core::try(attrs.deletion_window_in_days, null) == null ? 30 : core::try(attrs.deletion_window_in_days, null)
  }

  enforce {
    condition     = local.days >= input.deletion-window-min
    error_message = "`deletion_window_in_days` is ${local.days}, must be at least ${input.deletion-window-min}"
  }
}

resource_policy "aws_kms_external_key" "deletion-window" {
  locals {
    days = core::try(attrs.deletion_window_in_days, null) == null ? 30 : core::try(attrs.deletion_window_in_days, null)
  }

  enforce {
    condition     = local.days >= input.deletion-window-min
    error_message = "`deletion_window_in_days` is ${local.days}, must be at least ${input.deletion-window-min}"
  }
}

resource_policy "aws_kms_replica_key" "deletion-window" {
  locals {
    days = core::try(attrs.deletion_window_in_days, null) == null ? 30 : core::try(attrs.deletion_window_in_days, null)
  }

  enforce {
    condition     = local.days >= input.deletion-window-min
    error_message = "`deletion_window_in_days` is ${local.days}, must be at least ${input.deletion-window-min}"
  }
}
