policytest {
  targets = ["alarm-actions-enabled.policy.hcl"]
}

resource "aws_cloudwatch_metric_alarm" "right" {
  attrs = {
    actions_enabled = true
  }
}

resource "aws_cloudwatch_metric_alarm" "wrong" {
  expect_failure = true
  attrs = {
    actions_enabled = false
  }
}

resource "aws_cloudwatch_metric_alarm" "default" {
  attrs = {
    actions_enabled = null
  }
}

resource "aws_cloudwatch_metric_alarm" "known_after_apply" {
  expect_unknown = true
  unknown        = ["actions_enabled"]
  attrs = {
    actions_enabled = true
  }
}

resource "aws_cloudwatch_composite_alarm" "right" {
  attrs = {
    actions_enabled = true
  }
}

resource "aws_cloudwatch_composite_alarm" "wrong" {
  expect_failure = true
  attrs = {
    actions_enabled = false
  }
}

resource "aws_cloudwatch_composite_alarm" "default" {
  attrs = {
    actions_enabled = null
  }
}

resource "aws_cloudwatch_composite_alarm" "known_after_apply" {
  expect_unknown = true
  unknown        = ["actions_enabled"]
  attrs = {
    actions_enabled = true
  }
}
