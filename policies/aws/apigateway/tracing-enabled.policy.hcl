# title: Stages of REST APIs are traced
# why: Without traces a slow or failing call cannot be followed to the function or service
#   behind it.
# fix: Set `xray_tracing_enabled = true`.
# severity: low
# references: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html
# aliases: CKV_AWS_73, FSBP APIGateway.3
# tags: fsbp, logging

policy {}

resource_policy "aws_api_gateway_stage" "tracing-enabled" {
  enforce {
    condition     = core::try(attrs.xray_tracing_enabled, null) == true
    error_message = "`xray_tracing_enabled` is ${core::try(attrs.xray_tracing_enabled, null) == null ? "not set" : "false"}, must be true"
  }
}
