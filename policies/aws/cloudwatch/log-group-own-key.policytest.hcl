policytest {
  targets = ["log-group-own-key.policy.hcl"]
}

resource "aws_cloudwatch_log_group" "set" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
  }
}

resource "aws_cloudwatch_log_group" "not_set" {
  expect_failure = true
  attrs = {
    kms_key_id = null
  }
}

resource "aws_cloudwatch_log_group" "empty" {
  expect_failure = true
  attrs = {
    kms_key_id = ""
  }
}

resource "aws_cloudwatch_log_group" "known_after_apply" {
  expect_unknown = true
  unknown        = ["kms_key_id"]
  attrs = {
    kms_key_id = null
  }
}
