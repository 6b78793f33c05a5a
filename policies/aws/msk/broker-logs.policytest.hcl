policytest {
  targets = ["broker-logs.policy.hcl"]
}

resource "aws_msk_cluster" "cloudwatch_logs" {
  attrs = {
    logging_info = [{ broker_logs = [{ cloudwatch_logs = [{ enabled = true }] }] }]
  }
}

resource "aws_msk_cluster" "firehose" {
  attrs = {
    logging_info = [{ broker_logs = [{ firehose = [{ enabled = true }] }] }]
  }
}

resource "aws_msk_cluster" "s3" {
  attrs = {
    logging_info = [{ broker_logs = [{ s3 = [{ enabled = true }] }] }]
  }
}

resource "aws_msk_cluster" "off" {
  expect_failure = true
  attrs = {
    logging_info = [{ broker_logs = [{ s3 = [{ enabled = false }] }] }]
  }
}

resource "aws_msk_cluster" "no_block" {
  expect_failure = true
  attrs = {
    logging_info = []
  }
}

resource "aws_msk_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["logging_info.0.broker_logs.0.s3.0.enabled"]
  attrs = {
    logging_info = [{ broker_logs = [{ s3 = [{ enabled = true }] }] }]
  }
}
