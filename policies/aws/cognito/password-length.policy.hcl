# title: Passwords of users have enough characters
# why: Short passwords are guessed or cracked.
# fix: Set `password_policy.minimum_length` to at least the input `password-length-min`.
# severity: medium
# references: https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
# tags: iam

policy {}

input "password-length-min" {
  type        = number
  default     = 8
  description = "Fewest characters of a password"
}

resource_policy "aws_cognito_user_pool" "password-length" {
  locals {
    value = core::try(attrs.password_policy[0].minimum_length, null) == null ? 8 : core::try(attrs.password_policy[0].minimum_length, null)
  }

  enforce {
    condition     = local.value >= input.password-length-min
    error_message = "`password_policy.minimum_length` is ${local.value}, must be at least ${input.password-length-min}"
  }
}
