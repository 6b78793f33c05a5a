policytest {
  targets = ["tracing-enabled.policy.hcl"]
}

resource "aws_lambda_function" "right" {
  attrs = {
    tracing_config = [{ mode = "Active" }]
  }
}

resource "aws_lambda_function" "wrong" {
  expect_failure = true
  attrs = {
    tracing_config = [{ mode = "PassThrough" }]
  }
}

resource "aws_lambda_function" "default" {
  expect_failure = true
  attrs = {
    tracing_config = [{ mode = null }]
  }
}

resource "aws_lambda_function" "no_block" {
  expect_failure = true
  attrs = {
    tracing_config = []
  }
}

resource "aws_lambda_function" "known_after_apply" {
  expect_unknown = true
  unknown        = ["tracing_config.0.mode"]
  attrs = {
    tracing_config = [{ mode = null }]
  }
}
