policytest {
  targets = ["reserved-concurrency.policy.hcl"]
}

resource "aws_lambda_function" "limited" {
  attrs = {
    reserved_concurrent_executions = 10
  }
}

resource "aws_lambda_function" "stopped" {
  attrs = {
    reserved_concurrent_executions = 0
  }
}

resource "aws_lambda_function" "unlimited" {
  expect_failure = true
  attrs = {
    reserved_concurrent_executions = -1
  }
}

resource "aws_lambda_function" "default" {
  expect_failure = true
  attrs = {
    reserved_concurrent_executions = null
  }
}

resource "aws_lambda_function" "known_after_apply" {
  expect_unknown = true
  unknown        = ["reserved_concurrent_executions"]
  attrs = {
    function_name = "a"
  }
}
