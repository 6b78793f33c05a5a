policytest {
  targets = ["encryption-own-key.policy.hcl"]
}

resource "aws_dynamodb_table" "own" {
  attrs = {
    server_side_encryption = [{ enabled = true, kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1" }]
  }
}

resource "aws_dynamodb_table" "off" {
  expect_failure = true
  attrs = {
    server_side_encryption = [{ enabled = false, kms_key_arn = null }]
  }
}

resource "aws_dynamodb_table" "managed_key" {
  expect_failure = true
  attrs = {
    server_side_encryption = [{ enabled = true, kms_key_arn = null }]
  }
}

resource "aws_dynamodb_table" "no_block" {
  expect_failure = true
  attrs = {
    server_side_encryption = []
  }
}

resource "aws_dynamodb_table" "known_after_apply" {
  expect_unknown = true
  unknown        = ["server_side_encryption.0.kms_key_arn"]
  attrs = {
    server_side_encryption = [{ enabled = true }]
  }
}
