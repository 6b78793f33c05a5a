policytest {
  targets = ["event-store-own-key.policy.hcl"]
}

resource "aws_cloudtrail_event_data_store" "set" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
  }
}

resource "aws_cloudtrail_event_data_store" "not_set" {
  expect_failure = true
  attrs = {
    kms_key_id = null
  }
}

resource "aws_cloudtrail_event_data_store" "empty" {
  expect_failure = true
  attrs = {
    kms_key_id = ""
  }
}

resource "aws_cloudtrail_event_data_store" "known_after_apply" {
  expect_unknown = true
  unknown        = ["kms_key_id"]
  attrs = {
    kms_key_id = null
  }
}
