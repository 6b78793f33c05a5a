policytest {
  targets = ["encryption-own-key.policy.hcl"]
}

resource "aws_ssm_parameter" "own" {
  attrs = {
    type   = "SecureString"
    key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
  }
}

resource "aws_ssm_parameter" "aws" {
  expect_failure = true
  attrs = {
    type   = "SecureString"
    key_id = "alias/aws/ssm"
  }
}

resource "aws_ssm_parameter" "none" {
  expect_failure = true
  attrs = {
    type   = "SecureString"
    key_id = null
  }
}

resource "aws_ssm_parameter" "plain" {
  attrs = {
    type   = "String"
    key_id = null
  }
}

resource "aws_ssm_parameter" "not_written" {
  unknown = ["key_id"]
  attrs = {
    type = "SecureString"
  }
}

resource "aws_ssm_parameter" "known_after_apply" {
  expect_unknown = true
  unknown        = ["type"]
  attrs = {
    key_id = null
  }
}
