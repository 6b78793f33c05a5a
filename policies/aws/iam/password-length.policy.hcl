# title: Passwords have at least 14 characters
# why: Short passwords are guessed or cracked.
# fix: Set `minimum_password_length` to at least the input `password-length-min`.
# severity: medium
# references: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html
# aliases: CKV_AWS_10
# tags: cis, iam

policy {}

input "password-length-min" {
  type        = number
  default     = 14
  description = "Fewest characters of a password"
}

resource_policy "aws_iam_account_password_policy" "password-length" {
  locals {
    value = core::try(attrs.minimum_password_length, null) == null ? 6 : core::try(attrs.minimum_password_length, null)
  }

  enforce {
    condition     = local.value >= input.password-length-min
    error_message = "`minimum_password_length` is ${local.value}, must be at least ${input.password-length-min}"
  }
}
