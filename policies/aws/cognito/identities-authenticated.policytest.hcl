policytest {
  targets = ["identities-authenticated.policy.hcl"]
}

resource "aws_cognito_identity_pool" "right" {
  attrs = {
    allow_unauthenticated_identities = false
  }
}

resource "aws_cognito_identity_pool" "wrong" {
  expect_failure = true
  attrs = {
    allow_unauthenticated_identities = true
  }
}

resource "aws_cognito_identity_pool" "default" {
  attrs = {
    allow_unauthenticated_identities = null
  }
}

resource "aws_cognito_identity_pool" "known_after_apply" {
  expect_unknown = true
  unknown        = ["allow_unauthenticated_identities"]
  attrs = {
    allow_unauthenticated_identities = false
  }
}
