policytest {
  targets = ["stream-encrypted.policy.hcl"]
}

resource "aws_kinesis_stream" "kms" {
  attrs = {
    encryption_type = "KMS"
  }
}

resource "aws_kinesis_stream" "none" {
  expect_failure = true
  attrs = {
    encryption_type = "NONE"
  }
}

resource "aws_kinesis_stream" "default" {
  expect_failure = true
  attrs = {
    encryption_type = null
  }
}

resource "aws_kinesis_stream" "known_after_apply" {
  expect_unknown = true
  unknown        = ["encryption_type"]
  attrs          = {}
}
