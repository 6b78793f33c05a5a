policytest {
  targets = ["service-permission-limited.policy.hcl"]
}

resource "aws_lambda_permission" "source" {
  attrs = {
    principal      = "s3.amazonaws.com"
    source_arn     = "arn:aws:s3:::a"
    source_account = null
  }
}

resource "aws_lambda_permission" "account" {
  attrs = {
    principal      = "s3.amazonaws.com"
    source_arn     = null
    source_account = "123456789012"
  }
}

resource "aws_lambda_permission" "anybody" {
  expect_failure = true
  attrs = {
    principal      = "s3.amazonaws.com"
    source_arn     = null
    source_account = null
  }
}

resource "aws_lambda_permission" "no_service" {
  attrs = {
    principal      = "123456789012"
    source_arn     = null
    source_account = null
  }
}

resource "aws_lambda_permission" "source_known_after_apply" {
  expect_unknown = true
  unknown        = ["source_arn"]
  attrs = {
    principal      = "s3.amazonaws.com"
    source_account = null
  }
}

resource "aws_lambda_permission" "principal_known_after_apply" {
  expect_unknown = true
  unknown        = ["principal"]
  attrs = {
    source_arn = null
  }
}
