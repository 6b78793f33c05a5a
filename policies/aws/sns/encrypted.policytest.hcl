policytest {
  targets = ["encrypted.policy.hcl"]
}

resource "aws_sns_topic" "set" {
  attrs = {
    kms_master_key_id = "alias/aws/sns"
  }
}

resource "aws_sns_topic" "not_set" {
  expect_failure = true
  attrs = {
    kms_master_key_id = null
  }
}

resource "aws_sns_topic" "empty" {
  expect_failure = true
  attrs = {
    kms_master_key_id = ""
  }
}

resource "aws_sns_topic" "known_after_apply" {
  expect_unknown = true
  unknown        = ["kms_master_key_id"]
  attrs = {
    kms_master_key_id = null
  }
}
