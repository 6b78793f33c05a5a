policytest {
  targets = ["password-length.policy.hcl"]
}

resource "aws_cognito_user_pool" "long" {
  attrs = {
    password_policy = [{ minimum_length = 8 }]
  }
}

resource "aws_cognito_user_pool" "short" {
  expect_failure = true
  attrs = {
    password_policy = [{ minimum_length = 7 }]
  }
}

resource "aws_cognito_user_pool" "default" {
  attrs = {
    password_policy = [{ minimum_length = null }]
  }
}

resource "aws_cognito_user_pool" "no_block" {
  attrs = {
    password_policy = []
  }
}

resource "aws_cognito_user_pool" "no_block_by_input" {
  expect_failure = true
  attrs = {
    password_policy = []
  }
  inputs {
    password-length-min = 12
  }
}

resource "aws_cognito_user_pool" "known_after_apply" {
  expect_unknown = true
  unknown        = ["password_policy.0.minimum_length"]
  attrs = {
    password_policy = [{ minimum_length = null }]
  }
}
