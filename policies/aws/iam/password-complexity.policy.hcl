# title: Passwords mix kinds of characters
# why: Simple passwords are guessed.
# fix: Set `require_lowercase_characters`, `require_uppercase_characters`, `require_numbers`
#   and `require_symbols` to true.
# severity: low
# references: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html
# aliases: CKV_AWS_11, CKV_AWS_12, CKV_AWS_14, CKV_AWS_15
# tags: iam

policy {}

resource_policy "aws_iam_account_password_policy" "password-complexity" {
  enforce {
    condition     = core::try(attrs.require_lowercase_characters, null) == true
    error_message = "`require_lowercase_characters` is not true, must be true"
  }

  enforce {
    condition     = core::try(attrs.require_uppercase_characters, null) == true
    error_message = "`require_uppercase_characters` is not true, must be true"
  }

  enforce {
    condition     = core::try(attrs.require_numbers, null) == true
    error_message = "`require_numbers` is not true, must be true"
  }

  enforce {
    condition     = core::try(attrs.require_symbols, null) == true
    error_message = "`require_symbols` is not true, must be true"
  }
}
