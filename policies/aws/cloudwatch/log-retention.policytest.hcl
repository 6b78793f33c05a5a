policytest {
  targets = ["log-retention.policy.hcl"]
}

resource "aws_cloudwatch_log_group" "lowest" {
  attrs = {
    retention_in_days = 30
  }
  inputs {
    log-retention-min = 30
    log-retention-max = 365
  }
}

resource "aws_cloudwatch_log_group" "highest" {
  attrs = {
    retention_in_days = 365
  }
  inputs {
    log-retention-min = 30
    log-retention-max = 365
  }
}

resource "aws_cloudwatch_log_group" "too_short" {
  expect_failure = true
  attrs = {
    retention_in_days = 14
  }
  inputs {
    log-retention-min = 30
    log-retention-max = 365
  }
}

resource "aws_cloudwatch_log_group" "too_long" {
  expect_failure = true
  attrs = {
    retention_in_days = 400
  }
  inputs {
    log-retention-min = 30
    log-retention-max = 365
  }
}

resource "aws_cloudwatch_log_group" "for_ever" {
  expect_failure = true
  attrs = {
    retention_in_days = 0
  }
}

resource "aws_cloudwatch_log_group" "default" {
  expect_failure = true
  attrs = {
    retention_in_days = null
  }
}

resource "aws_cloudwatch_log_group" "delivery" {
  attrs = {
    log_group_class   = "DELIVERY"
    retention_in_days = 2
  }
}

resource "aws_cloudwatch_log_group" "class_not_written" {
  unknown = ["log_group_class"]
  attrs = {
    retention_in_days = 30
  }
}

resource "aws_cloudwatch_log_group" "known_after_apply" {
  expect_unknown = true
  unknown        = ["retention_in_days"]
  attrs = {
    name = "a"
  }
}

resource "aws_cloudwatch_log_group" "for_ever_without_minimum" {
  expect_failure = true
  attrs = {
    retention_in_days = 0
  }
  inputs {
    log-retention-min = 0
  }
}
