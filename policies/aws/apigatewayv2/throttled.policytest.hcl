policytest {
  targets = ["throttled.policy.hcl"]
}

resource "aws_apigatewayv2_stage" "limited" {
  attrs = {
    default_route_settings = [{ throttling_rate_limit = 100 }]
  }
}

resource "aws_apigatewayv2_stage" "none" {
  expect_failure = true
  attrs = {
    default_route_settings = []
  }
}

resource "aws_apigatewayv2_stage" "zero" {
  expect_failure = true
  attrs = {
    default_route_settings = [{ throttling_rate_limit = 0 }]
  }
}

resource "aws_apigatewayv2_stage" "null" {
  expect_failure = true
  attrs = {
    default_route_settings = [{ throttling_rate_limit = null }]
  }
}

resource "aws_apigatewayv2_stage" "known_after_apply" {
  expect_unknown = true
  unknown        = ["default_route_settings.0.throttling_rate_limit"]
  attrs = {
    default_route_settings = [{ throttling_rate_limit = null }]
  }
}
