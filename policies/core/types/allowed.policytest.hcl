policytest {
  targets = ["allowed.policy.hcl"]
}

resource "aws_s3_bucket" "by_pattern" {
  attrs = {
    bucket = "b"
  }
  inputs {
    allowed-types = ["aws_s3_*", "aws_sqs_queue"]
  }
}

resource "aws_sqs_queue" "by_name" {
  attrs = {
    name = "q"
  }
  inputs {
    allowed-types = ["aws_s3_*", "aws_sqs_queue"]
  }
}

resource "aws_instance" "not_checked" {
  attrs = {
    ami = "a"
  }
}

resource "aws_instance" "other" {
  expect_failure = true
  attrs = {
    ami = "a"
  }
  inputs {
    allowed-types = ["aws_s3_*", "aws_sqs_queue"]
  }
}

resource "aws_sqs_queue_policy" "longer" {
  expect_failure = true
  attrs = {
    name = "q"
  }
  inputs {
    allowed-types = ["aws_s3_*", "aws_sqs_queue"]
  }
}

resource "not_aws_s3_bucket" "in_the_middle" {
  expect_failure = true
  attrs = {
    name = "q"
  }
  inputs {
    allowed-types = ["aws_s3_*", "aws_sqs_queue"]
  }
}
