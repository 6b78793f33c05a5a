policytest {
  targets = ["access-logging.policy.hcl"]
}

resource "aws_api_gateway_stage" "set" {
  attrs = {
    access_log_settings = [{ destination_arn = "arn:aws:logs:eu-west-1:123456789012:log-group:a" }]
  }
}

resource "aws_api_gateway_stage" "not_set" {
  expect_failure = true
  attrs = {
    access_log_settings = [{ destination_arn = null }]
  }
}

resource "aws_api_gateway_stage" "empty" {
  expect_failure = true
  attrs = {
    access_log_settings = [{ destination_arn = "" }]
  }
}

resource "aws_api_gateway_stage" "known_after_apply" {
  expect_unknown = true
  unknown        = ["access_log_settings.0.destination_arn"]
  attrs = {
    access_log_settings = [{ destination_arn = null }]
  }
}

resource "aws_api_gateway_stage" "no_block" {
  expect_failure = true
  attrs = {
    access_log_settings = []
  }
}

resource "aws_apigatewayv2_stage" "set" {
  attrs = {
    access_log_settings = [{ destination_arn = "arn:aws:logs:eu-west-1:123456789012:log-group:a" }]
  }
}

resource "aws_apigatewayv2_stage" "not_set" {
  expect_failure = true
  attrs = {
    access_log_settings = [{ destination_arn = null }]
  }
}

resource "aws_apigatewayv2_stage" "empty" {
  expect_failure = true
  attrs = {
    access_log_settings = [{ destination_arn = "" }]
  }
}

resource "aws_apigatewayv2_stage" "known_after_apply" {
  expect_unknown = true
  unknown        = ["access_log_settings.0.destination_arn"]
  attrs = {
    access_log_settings = [{ destination_arn = null }]
  }
}

resource "aws_apigatewayv2_stage" "no_block" {
  expect_failure = true
  attrs = {
    access_log_settings = []
  }
}
