policytest {
  targets = ["encryption-own-key.policy.hcl"]
}

resource "aws_sqs_queue" "own" {
  attrs = {
    kms_master_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
  }
}

resource "aws_sqs_queue" "aws" {
  expect_failure = true
  attrs = {
    kms_master_key_id = "alias/aws/sqs"
  }
}

resource "aws_sqs_queue" "none" {
  expect_failure = true
  attrs = {
    kms_master_key_id = null
  }
}

resource "aws_sqs_queue" "known_after_apply" {
  expect_unknown = true
  unknown        = ["kms_master_key_id"]
  attrs = {
    name = "a"
  }
}
