policytest {
  targets = ["password-length.policy.hcl"]
}

resource "aws_iam_account_password_policy" "right_0" {
  attrs = {
    minimum_password_length = 14
  }
}

resource "aws_iam_account_password_policy" "right_1" {
  attrs = {
    minimum_password_length = 20
  }
}

resource "aws_iam_account_password_policy" "wrong_0" {
  expect_failure = true
  attrs = {
    minimum_password_length = 13
  }
}

resource "aws_iam_account_password_policy" "wrong_1" {
  expect_failure = true
  attrs = {
    minimum_password_length = 6
  }
}

resource "aws_iam_account_password_policy" "default" {
  expect_failure = true
  attrs = {
    minimum_password_length = null
  }
}

resource "aws_iam_account_password_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["minimum_password_length"]
  attrs = {
    hard_expiry = null
  }
}

resource "aws_iam_account_password_policy" "by_input" {
  attrs = {
    minimum_password_length = 8
  }
  inputs {
    password-length-min = 8
  }
}
