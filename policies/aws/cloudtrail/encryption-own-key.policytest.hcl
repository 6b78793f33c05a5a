policytest {
  targets = ["encryption-own-key.policy.hcl"]
}

resource "aws_cloudtrail" "set" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
  }
}

resource "aws_cloudtrail" "not_set" {
  expect_failure = true
  attrs = {
    kms_key_id = null
  }
}

resource "aws_cloudtrail" "empty" {
  expect_failure = true
  attrs = {
    kms_key_id = ""
  }
}

resource "aws_cloudtrail" "known_after_apply" {
  expect_unknown = true
  unknown        = ["kms_key_id"]
  attrs = {
    kms_key_id = null
  }
}
