policytest {
  targets = ["deletion-protection.policy.hcl"]
}

resource "aws_dynamodb_table" "right" {
  attrs = {
    deletion_protection_enabled = true
  }
}

resource "aws_dynamodb_table" "wrong" {
  expect_failure = true
  attrs = {
    deletion_protection_enabled = false
  }
}

resource "aws_dynamodb_table" "default" {
  expect_failure = true
  attrs = {
    deletion_protection_enabled = null
  }
}

resource "aws_dynamodb_table" "known_after_apply" {
  expect_unknown = true
  unknown        = ["deletion_protection_enabled"]
  attrs = {
    deletion_protection_enabled = true
  }
}
