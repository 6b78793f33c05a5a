policytest {
  targets = ["url-authenticated.policy.hcl"]
}

resource "aws_lambda_function_url" "right" {
  attrs = {
    authorization_type = "AWS_IAM"
  }
}

resource "aws_lambda_function_url" "wrong" {
  expect_failure = true
  attrs = {
    authorization_type = "NONE"
  }
}

resource "aws_lambda_function_url" "default" {
  expect_failure = true
  attrs = {
    authorization_type = null
  }
}

resource "aws_lambda_function_url" "known_after_apply" {
  expect_unknown = true
  unknown        = ["authorization_type"]
  attrs = {
    authorization_type = null
  }
}
