policytest {
  targets = ["password-complexity.policy.hcl"]
}

resource "aws_iam_account_password_policy" "all" {
  attrs = {
    require_lowercase_characters = true
    require_uppercase_characters = true
    require_numbers              = true
    require_symbols              = true
  }
}

resource "aws_iam_account_password_policy" "without_lowercase_characters" {
  expect_failure = true
  attrs = {
    require_lowercase_characters = false
    require_uppercase_characters = true
    require_numbers              = true
    require_symbols              = true
  }
}

resource "aws_iam_account_password_policy" "without_uppercase_characters" {
  expect_failure = true
  attrs = {
    require_lowercase_characters = true
    require_uppercase_characters = false
    require_numbers              = true
    require_symbols              = true
  }
}

resource "aws_iam_account_password_policy" "without_numbers" {
  expect_failure = true
  attrs = {
    require_lowercase_characters = true
    require_uppercase_characters = true
    require_numbers              = false
    require_symbols              = true
  }
}

resource "aws_iam_account_password_policy" "without_symbols" {
  expect_failure = true
  attrs = {
    require_lowercase_characters = true
    require_uppercase_characters = true
    require_numbers              = true
    require_symbols              = false
  }
}

resource "aws_iam_account_password_policy" "default" {
  expect_failure = true
  attrs = {
    require_lowercase_characters = null
    require_uppercase_characters = null
    require_numbers              = null
    require_symbols              = null
  }
}

resource "aws_iam_account_password_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["require_symbols"]
  attrs = {
    require_lowercase_characters = true
    require_uppercase_characters = true
    require_numbers              = true
    require_symbols              = true
  }
}
