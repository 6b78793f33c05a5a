policytest {
  targets = ["code-signing.policy.hcl"]
}

resource "aws_lambda_function" "set" {
  attrs = {
    package_type            = "Zip"
    code_signing_config_arn = "arn:aws:lambda:eu-west-1:123456789012:code-signing-config:csc-1"
  }
}

resource "aws_lambda_function" "not_set" {
  expect_failure = true
  attrs = {
    package_type            = "Zip"
    code_signing_config_arn = null
  }
}

resource "aws_lambda_function" "empty" {
  expect_failure = true
  attrs = {
    package_type            = "Zip"
    code_signing_config_arn = ""
  }
}

resource "aws_lambda_function" "known_after_apply" {
  expect_unknown = true
  unknown        = ["code_signing_config_arn"]
  attrs = {
    package_type            = "Zip"
    code_signing_config_arn = null
  }
}

resource "aws_lambda_function" "image" {
  attrs = {
    package_type            = "Image"
    code_signing_config_arn = null
  }
}
