policytest {
  targets = ["supported-runtime.policy.hcl"]
}

resource "aws_lambda_function" "current" {
  attrs = {
    runtime = "python3.13"
  }
}

resource "aws_lambda_function" "old" {
  expect_failure = true
  attrs = {
    runtime = "python3.8"
  }
}

resource "aws_lambda_function" "image" {
  attrs = {
    runtime      = null
    package_type = "Image"
  }
}

resource "aws_lambda_function" "known_after_apply" {
  expect_unknown = true
  unknown        = ["runtime"]
  attrs = {
    function_name = "a"
  }
}

resource "aws_lambda_function" "by_input" {
  expect_failure = true
  attrs = {
    runtime = "python3.13"
  }
  inputs {
    supported-runtime-list = ["nodejs22.x"]
  }
}
