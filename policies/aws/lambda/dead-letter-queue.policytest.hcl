policytest {
  targets = ["dead-letter-queue.policy.hcl"]
}

resource "aws_lambda_function" "queue" {
  attrs = {
    function_name      = "a"
    arn                = "arn:aws:lambda:eu-west-1:123456789012:function:a"
    dead_letter_config = [{ target_arn = "arn:aws:sqs:eu-west-1:123456789012:dlq" }]
  }
}

resource "aws_lambda_function" "none" {
  expect_failure = true
  attrs = {
    function_name      = "b"
    arn                = "arn:aws:lambda:eu-west-1:123456789012:function:b"
    dead_letter_config = []
  }
}

resource "aws_lambda_function" "by_name" {
  attrs = {
    function_name      = "c"
    arn                = "arn:aws:lambda:eu-west-1:123456789012:function:c"
    dead_letter_config = []
  }
}

resource "aws_lambda_function" "by_arn" {
  attrs = {
    function_name      = "d"
    arn                = "arn:aws:lambda:eu-west-1:123456789012:function:d"
    dead_letter_config = []
  }
}

resource "aws_lambda_function" "on_success_only" {
  expect_failure = true
  attrs = {
    function_name      = "e"
    arn                = "arn:aws:lambda:eu-west-1:123456789012:function:e"
    dead_letter_config = []
  }
}

resource "aws_lambda_function" "target_known_after_apply" {
  expect_unknown = true
  unknown        = ["dead_letter_config.0.target_arn"]
  attrs = {
    function_name      = "f"
    arn                = "arn:aws:lambda:eu-west-1:123456789012:function:f"
    dead_letter_config = [{}]
  }
}

resource "aws_lambda_function" "arn_known_after_apply" {
  expect_unknown = true
  unknown        = ["arn"]
  attrs = {
    function_name      = "g"
    dead_letter_config = []
  }
}

resource "aws_lambda_function" "by_name_arn_known_after_apply" {
  unknown = ["arn"]
  attrs = {
    function_name      = "h"
    dead_letter_config = []
  }
}

resource "aws_lambda_function_event_invoke_config" "c" {
  attrs = {
    function_name      = aws_lambda_function.by_name.function_name
    destination_config = [{ on_failure = [{ destination = "arn:aws:sqs:eu-west-1:123456789012:dlq" }], on_success = [] }]
  }
}

resource "aws_lambda_function_event_invoke_config" "d" {
  attrs = {
    function_name      = aws_lambda_function.by_arn.arn
    destination_config = [{ on_failure = [{ destination = "arn:aws:sqs:eu-west-1:123456789012:dlq" }], on_success = [] }]
  }
}

resource "aws_lambda_function_event_invoke_config" "e" {
  attrs = {
    function_name      = aws_lambda_function.on_success_only.function_name
    destination_config = [{ on_failure = [], on_success = [{ destination = "arn:aws:sqs:eu-west-1:123456789012:dlq" }] }]
  }
}

resource "aws_lambda_function_event_invoke_config" "h" {
  attrs = {
    function_name      = aws_lambda_function.by_name_arn_known_after_apply.function_name
    destination_config = [{ on_failure = [{ destination = "arn:aws:sqs:eu-west-1:123456789012:dlq" }], on_success = [] }]
  }
}
