policytest {
  targets = ["deletion-protection.policy.hcl"]
}

resource "aws_cognito_user_pool" "right" {
  attrs = {
    deletion_protection = "ACTIVE"
  }
}

resource "aws_cognito_user_pool" "wrong" {
  expect_failure = true
  attrs = {
    deletion_protection = "INACTIVE"
  }
}

resource "aws_cognito_user_pool" "default" {
  expect_failure = true
  attrs = {
    deletion_protection = null
  }
}

resource "aws_cognito_user_pool" "known_after_apply" {
  expect_unknown = true
  unknown        = ["deletion_protection"]
  attrs = {
    deletion_protection = null
  }
}
