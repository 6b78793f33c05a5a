# title: Calls of APIs are logged
# why: Without access logs nobody can say who called what, or see an attack.
# fix: Add an `access_log_settings` block with the `destination_arn` of a log group.
# severity: medium
# references: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html
# aliases: CKV_AWS_76
# tags: fsbp, logging

policy {}

resource_policy "aws_api_gateway_stage" "access-logging" {
  enforce {
    condition     = core::try(attrs.access_log_settings[0].destination_arn, null) != null && core::try(attrs.access_log_settings[0].destination_arn, null) != ""
    error_message = "`access_log_settings` is not set, must have the `destination_arn` of a log group"
  }
}

resource_policy "aws_apigatewayv2_stage" "access-logging" {
  enforce {
    condition     = core::try(attrs.access_log_settings[0].destination_arn, null) != null && core::try(attrs.access_log_settings[0].destination_arn, null) != ""
    error_message = "`access_log_settings` is not set, must have the `destination_arn` of a log group"
  }
}
