policytest {
  targets = ["target-dead-letter-queue.policy.hcl"]
}

resource "aws_cloudwatch_event_target" "set" {
  attrs = {
    dead_letter_config = [{ arn = "arn:aws:sqs:eu-west-1:123456789012:dlq" }]
  }
}

resource "aws_cloudwatch_event_target" "not_set" {
  expect_failure = true
  attrs = {
    dead_letter_config = [{ arn = null }]
  }
}

resource "aws_cloudwatch_event_target" "empty" {
  expect_failure = true
  attrs = {
    dead_letter_config = [{ arn = "" }]
  }
}

resource "aws_cloudwatch_event_target" "known_after_apply" {
  expect_unknown = true
  unknown        = ["dead_letter_config.0.arn"]
  attrs = {
    dead_letter_config = [{ arn = null }]
  }
}

resource "aws_cloudwatch_event_target" "no_block" {
  expect_failure = true
  attrs = {
    dead_letter_config = []
  }
}
