# title: Secrets are rotated often enough
# why: The longer the period, the longer a leaked secret is good.
# fix: Set `rotation_rules.automatically_after_days` to at most the input `rotation-period-
#   max`.
# severity: low
# references: https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html
# aliases: CKV_AWS_304
# tags: fsbp, secrets

policy {}

input "rotation-period-max" {
  type        = number
  default     = 90
  description = "Most days between rotations"
}

resource_policy "aws_secretsmanager_secret_rotation" "rotation-period" {
  filter = core::try(attrs.rotation_rules[0].automatically_after_days, null) != null && core::try(attrs.rotation_rules[0].automatically_after_days, null) != 0

  enforce {
    condition     = attrs.rotation_rules[0].automatically_after_days <= input.rotation-period-max
    error_message = "`rotation_rules.automatically_after_days` is ${attrs.rotation_rules[0].automatically_after_days}, must be at most ${input.rotation-period-max}"
  }
}
