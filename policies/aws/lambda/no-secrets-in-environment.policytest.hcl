policytest {
  targets = ["no-secrets-in-environment.policy.hcl"]
}

resource "aws_lambda_function" "plain" {
  attrs = {
    environment = [{ variables = { STAGE = "prod", BUCKET = "a", QUEUE = "https://sqs.eu-west-1.amazonaws.com/123456789012/a" } }]
  }
}

resource "aws_lambda_function" "access_key" {
  expect_failure = true
  attrs = {
    environment = [{ variables = { STAGE = "prod", KEY = "AKIAIOSFODNN7EXAMPLE" } }]
  }
}

resource "aws_lambda_function" "secret_key" {
  expect_failure = true
  attrs = {
    environment = [{ variables = { AWS_SECRET_ACCESS_KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" } }]
  }
}

resource "aws_lambda_function" "forty_characters_by_another_name" {
  attrs = {
    environment = [{ variables = { COMMIT = "da39a3ee5e6b4b0d3255bfef95601890afd80709" } }]
  }
}

resource "aws_lambda_function" "private_key" {
  expect_failure = true
  attrs = {
    environment = [{ variables = { PEM = "-----BEGIN RSA PRIVATE KEY-----" } }]
  }
}

resource "aws_lambda_function" "no_block" {
  attrs = {
    environment = []
  }
}

resource "aws_lambda_function" "variables_null" {
  attrs = {
    environment = [{ variables = null }]
  }
}

resource "aws_lambda_function" "known_after_apply" {
  expect_unknown = true
  unknown        = ["environment.0.variables"]
  attrs = {
    environment = [{}]
  }
}

resource "aws_lambda_function" "one_known_after_apply" {
  expect_unknown = true
  unknown        = ["environment.0.variables.ARN"]
  attrs = {
    environment = [{ variables = { A = "b", ARN = "x" } }]
  }
}

resource "aws_lambda_function" "one_wrong_one_unknown" {
  expect_failure = true
  unknown        = ["environment.0.variables.ARN"]
  attrs = {
    environment = [{ variables = { A = "AKIAIOSFODNN7EXAMPLE", ARN = "x" } }]
  }
}
