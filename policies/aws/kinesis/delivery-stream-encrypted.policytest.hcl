policytest {
  targets = ["delivery-stream-encrypted.policy.hcl"]
}

resource "aws_kinesis_firehose_delivery_stream" "right" {
  attrs = {
    destination            = "extended_s3"
    server_side_encryption = [{ enabled = true }]
  }
}

resource "aws_kinesis_firehose_delivery_stream" "wrong" {
  expect_failure = true
  attrs = {
    destination            = "extended_s3"
    server_side_encryption = [{ enabled = false }]
  }
}

resource "aws_kinesis_firehose_delivery_stream" "default" {
  expect_failure = true
  attrs = {
    destination            = "extended_s3"
    server_side_encryption = [{ enabled = null }]
  }
}

resource "aws_kinesis_firehose_delivery_stream" "no_block" {
  expect_failure = true
  attrs = {
    destination            = "extended_s3"
    server_side_encryption = []
  }
}

resource "aws_kinesis_firehose_delivery_stream" "known_after_apply" {
  expect_unknown = true
  unknown        = ["server_side_encryption.0.enabled"]
  attrs = {
    destination            = "extended_s3"
    server_side_encryption = [{ enabled = true }]
  }
}

resource "aws_kinesis_firehose_delivery_stream" "from_a_stream" {
  attrs = {
    kinesis_source_configuration = [{ kinesis_stream_arn = "arn:aws:kinesis:eu-west-1:123456789012:stream/a" }]
    server_side_encryption       = []
  }
}

resource "aws_kinesis_firehose_delivery_stream" "from_kafka" {
  attrs = {
    msk_source_configuration = [{ topic_name = "a" }]
    server_side_encryption   = []
  }
}
