# title: Old passwords cannot be used again
# why: A leaked password comes back into use.
# fix: Set `password_reuse_prevention` to at least the input `password-reuse-min`.
# severity: low
# references: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html
# aliases: CKV_AWS_13
# tags: cis, iam

policy {}

input "password-reuse-min" {
  type        = number
  default     = 24
  description = "How many old passwords are remembered"
}

resource_policy "aws_iam_account_password_policy" "password-reuse" {
  locals {
    value = core::try(attrs.password_reuse_prevention, null) == null ? 0 : core::try(attrs.password_reuse_prevention, null)
  }

  enforce {
    condition     = local.value >= input.password-reuse-min
    error_message = "`password_reuse_prevention` is ${local.value}, must be at least ${input.password-reuse-min}"
  }
}
