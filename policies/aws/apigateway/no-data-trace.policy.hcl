# title: Bodies of calls are not logged
# why: Full request and response data holds passwords, tokens and personal data.
# fix: Set `settings.data_trace_enabled = false`.
# severity: medium
# references: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
# aliases: CKV_AWS_276
# tags: logging, secrets

policy {}

resource_policy "aws_api_gateway_method_settings" "no-data-trace" {
  enforce {
    condition     = core::try(attrs.settings[0].data_trace_enabled, null) != true
    error_message = "`settings.data_trace_enabled` is true, must be false"
  }
}

resource_policy "aws_apigatewayv2_stage" "no-data-trace" {
  enforce {
    condition     = core::try(attrs.default_route_settings[0].data_trace_enabled, null) != true
    error_message = "`default_route_settings.data_trace_enabled` is true, must be false"
  }
}
