policytest {
  targets = ["encrypted.policy.hcl"]
}

resource "aws_sqs_queue" "key" {
  attrs = {
    kms_master_key_id       = "arn:aws:kms:eu-west-1:123456789012:key/1"
    sqs_managed_sse_enabled = false
  }
}

resource "aws_sqs_queue" "managed" {
  attrs = {
    kms_master_key_id       = null
    sqs_managed_sse_enabled = true
  }
}

resource "aws_sqs_queue" "off" {
  expect_failure = true
  attrs = {
    kms_master_key_id       = null
    sqs_managed_sse_enabled = false
  }
}

resource "aws_sqs_queue" "off_and_empty" {
  expect_failure = true
  attrs = {
    kms_master_key_id       = ""
    sqs_managed_sse_enabled = false
  }
}

resource "aws_sqs_queue" "not_written" {
  unknown = ["sqs_managed_sse_enabled"]
  attrs = {
    kms_master_key_id = null
  }
}

resource "aws_sqs_queue" "attribute_of_no_version" {
  attrs = {
    kms_master_key_id = null
  }
}

resource "aws_sqs_queue" "key_known_after_apply" {
  expect_unknown = true
  unknown        = ["kms_master_key_id"]
  attrs = {
    sqs_managed_sse_enabled = false
  }
}
