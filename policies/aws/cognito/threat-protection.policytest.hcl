policytest {
  targets = ["threat-protection.policy.hcl"]
}

resource "aws_cognito_user_pool" "right" {
  attrs = {
    user_pool_add_ons = [{ advanced_security_mode = "ENFORCED" }]
  }
}

resource "aws_cognito_user_pool" "wrong" {
  expect_failure = true
  attrs = {
    user_pool_add_ons = [{ advanced_security_mode = "AUDIT" }]
  }
}

resource "aws_cognito_user_pool" "wrong_1" {
  expect_failure = true
  attrs = {
    user_pool_add_ons = [{ advanced_security_mode = "OFF" }]
  }
}

resource "aws_cognito_user_pool" "default" {
  expect_failure = true
  attrs = {
    user_pool_add_ons = [{ advanced_security_mode = null }]
  }
}

resource "aws_cognito_user_pool" "no_block" {
  expect_failure = true
  attrs = {
    user_pool_add_ons = []
  }
}

resource "aws_cognito_user_pool" "known_after_apply" {
  expect_unknown = true
  unknown        = ["user_pool_add_ons.0.advanced_security_mode"]
  attrs = {
    user_pool_add_ons = [{ advanced_security_mode = null }]
  }
}
