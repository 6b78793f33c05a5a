policytest {
  targets = ["password-reuse.policy.hcl"]
}

resource "aws_iam_account_password_policy" "right_0" {
  attrs = {
    password_reuse_prevention = 24
  }
}

resource "aws_iam_account_password_policy" "wrong_0" {
  expect_failure = true
  attrs = {
    password_reuse_prevention = 23
  }
}

resource "aws_iam_account_password_policy" "wrong_1" {
  expect_failure = true
  attrs = {
    password_reuse_prevention = 0
  }
}

resource "aws_iam_account_password_policy" "default" {
  expect_failure = true
  attrs = {
    password_reuse_prevention = null
  }
}

resource "aws_iam_account_password_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["password_reuse_prevention"]
  attrs = {
    hard_expiry = null
  }
}
