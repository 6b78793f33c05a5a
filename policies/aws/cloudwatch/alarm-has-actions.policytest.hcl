policytest {
  targets = ["alarm-has-actions.policy.hcl"]
}

resource "aws_cloudwatch_metric_alarm" "acts" {
  attrs = {
    alarm_actions = ["arn:aws:sns:eu-west-1:123456789012:a"]
  }
}

resource "aws_cloudwatch_metric_alarm" "acts_on_something_new" {
  unknown = ["alarm_actions.0"]
  attrs = {
    alarm_actions = ["x"]
  }
}

resource "aws_cloudwatch_metric_alarm" "empty" {
  expect_failure = true
  attrs = {
    alarm_actions = []
  }
}

resource "aws_cloudwatch_metric_alarm" "default" {
  expect_failure = true
  attrs = {
    alarm_actions = null
  }
}

resource "aws_cloudwatch_metric_alarm" "known_after_apply" {
  expect_unknown = true
  unknown        = ["alarm_actions"]
  attrs = {
    alarm_name = "a"
  }
}

resource "aws_cloudwatch_composite_alarm" "acts" {
  attrs = {
    alarm_actions = ["arn:aws:sns:eu-west-1:123456789012:a"]
  }
}

resource "aws_cloudwatch_composite_alarm" "acts_on_something_new" {
  unknown = ["alarm_actions.0"]
  attrs = {
    alarm_actions = ["x"]
  }
}

resource "aws_cloudwatch_composite_alarm" "empty" {
  expect_failure = true
  attrs = {
    alarm_actions = []
  }
}

resource "aws_cloudwatch_composite_alarm" "default" {
  expect_failure = true
  attrs = {
    alarm_actions = null
  }
}

resource "aws_cloudwatch_composite_alarm" "known_after_apply" {
  expect_unknown = true
  unknown        = ["alarm_actions"]
  attrs = {
    alarm_name = "a"
  }
}
