policytest {
  targets = ["no-data-trace.policy.hcl"]
}

resource "aws_api_gateway_method_settings" "right" {
  attrs = {
    settings = [{ data_trace_enabled = false }]
  }
}

resource "aws_api_gateway_method_settings" "wrong" {
  expect_failure = true
  attrs = {
    settings = [{ data_trace_enabled = true }]
  }
}

resource "aws_api_gateway_method_settings" "default" {
  attrs = {
    settings = [{ data_trace_enabled = null }]
  }
}

resource "aws_api_gateway_method_settings" "no_block" {
  attrs = {
    settings = []
  }
}

resource "aws_api_gateway_method_settings" "known_after_apply" {
  expect_unknown = true
  unknown        = ["settings.0.data_trace_enabled"]
  attrs = {
    settings = [{ data_trace_enabled = false }]
  }
}

resource "aws_apigatewayv2_stage" "right" {
  attrs = {
    default_route_settings = [{ data_trace_enabled = false }]
  }
}

resource "aws_apigatewayv2_stage" "wrong" {
  expect_failure = true
  attrs = {
    default_route_settings = [{ data_trace_enabled = true }]
  }
}

resource "aws_apigatewayv2_stage" "default" {
  attrs = {
    default_route_settings = [{ data_trace_enabled = null }]
  }
}

resource "aws_apigatewayv2_stage" "no_block" {
  attrs = {
    default_route_settings = []
  }
}

resource "aws_apigatewayv2_stage" "known_after_apply" {
  expect_unknown = true
  unknown        = ["default_route_settings.0.data_trace_enabled"]
  attrs = {
    default_route_settings = [{ data_trace_enabled = false }]
  }
}
