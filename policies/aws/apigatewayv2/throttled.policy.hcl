# title: Stages have a limit on calls
# why: Without limits one client uses up the quota of the whole account, and the money
#   behind it.
# fix: Set `throttling_rate_limit` and `throttling_burst_limit` in `default_route_settings`.
# severity: low
# references: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html
# tags: network

policy {}

resource_policy "aws_apigatewayv2_stage" "throttled" {
  locals {
    rate = core::try(attrs.default_route_settings[0].throttling_rate_limit, null) == null ? 0 : core::try(attrs.default_route_settings[0].throttling_rate_limit, null)
  }

  enforce {
    condition     = local.rate > 0
    error_message = "`default_route_settings.throttling_rate_limit` is not set, must be more than 0"
  }
}
