policytest {
  targets = ["mfa-required.policy.hcl"]
}

resource "aws_cognito_user_pool" "right" {
  attrs = {
    mfa_configuration = "ON"
  }
}

resource "aws_cognito_user_pool" "right_1" {
  attrs = {
    mfa_configuration = "OPTIONAL"
  }
}

resource "aws_cognito_user_pool" "wrong" {
  expect_failure = true
  attrs = {
    mfa_configuration = "OFF"
  }
}

resource "aws_cognito_user_pool" "default" {
  expect_failure = true
  attrs = {
    mfa_configuration = null
  }
}

resource "aws_cognito_user_pool" "known_after_apply" {
  expect_unknown = true
  unknown        = ["mfa_configuration"]
  attrs = {
    mfa_configuration = null
  }
}
