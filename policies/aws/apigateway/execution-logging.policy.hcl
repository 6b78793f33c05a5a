# title: Stages of REST APIs log their errors
# why: Without execution logs failing calls cannot be explained.
# fix: Set `settings.logging_level` to ERROR or INFO.
# severity: low
# references: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html
# aliases: FSBP APIGateway.1
# tags: fsbp, logging

policy {}

resource_policy "aws_api_gateway_method_settings" "execution-logging" {
  enforce {
    condition     = core::contains(["ERROR", "INFO"], core::try(attrs.settings[0].logging_level, null) == null ? "" : core::try(attrs.settings[0].logging_level, null))
    error_message = "`settings.logging_level` is ${core::try(attrs.settings[0].logging_level, null) == null ? "not set" : core::try(attrs.settings[0].logging_level, null)}, must be ERROR or INFO"
  }
}
