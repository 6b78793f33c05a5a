policytest {
  targets = ["point-in-time-recovery.policy.hcl"]
}

resource "aws_dynamodb_table" "right" {
  attrs = {
    point_in_time_recovery = [{ enabled = true }]
  }
}

resource "aws_dynamodb_table" "wrong" {
  expect_failure = true
  attrs = {
    point_in_time_recovery = [{ enabled = false }]
  }
}

resource "aws_dynamodb_table" "default" {
  expect_failure = true
  attrs = {
    point_in_time_recovery = [{ enabled = null }]
  }
}

resource "aws_dynamodb_table" "no_block" {
  expect_failure = true
  attrs = {
    point_in_time_recovery = []
  }
}

resource "aws_dynamodb_table" "known_after_apply" {
  expect_unknown = true
  unknown        = ["point_in_time_recovery.0.enabled"]
  attrs = {
    point_in_time_recovery = [{ enabled = true }]
  }
}
