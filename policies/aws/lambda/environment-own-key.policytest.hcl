policytest {
  targets = ["environment-own-key.policy.hcl"]
}

resource "aws_lambda_function" "set" {
  attrs = {
    environment = [{ variables = { A = "b" } }]
    kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1"
  }
}

resource "aws_lambda_function" "not_set" {
  expect_failure = true
  attrs = {
    environment = [{ variables = { A = "b" } }]
    kms_key_arn = null
  }
}

resource "aws_lambda_function" "empty" {
  expect_failure = true
  attrs = {
    environment = [{ variables = { A = "b" } }]
    kms_key_arn = ""
  }
}

resource "aws_lambda_function" "known_after_apply" {
  expect_unknown = true
  unknown        = ["kms_key_arn"]
  attrs = {
    environment = [{ variables = { A = "b" } }]
    kms_key_arn = null
  }
}

resource "aws_lambda_function" "variables_known_after_apply" {
  expect_failure = true
  unknown        = ["environment.0.variables"]
  attrs = {
    environment = [{}]
    kms_key_arn = null
  }
}

resource "aws_lambda_function" "no_variables" {
  attrs = {
    environment = []
    kms_key_arn = null
  }
}

resource "aws_lambda_function" "empty_variables" {
  attrs = {
    environment = [{ variables = {} }]
    kms_key_arn = null
  }
}

resource "aws_lambda_function" "variables_null" {
  attrs = {
    environment = [{ variables = null }]
    kms_key_arn = null
  }
}
