# title: HTTP APIs are not shared with every website
# why: With any origin and credentials allowed, every website that a user visits can call
#   the API in that user's name.
# fix: List origins in `cors_configuration.allow_origins`, or set `allow_credentials =
#   false`.
# severity: medium
# references: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
# tags: network

policy {}

resource_policy "aws_apigatewayv2_api" "cors-not-open" {
  enforce {
    condition     = !(core::try(attrs.cors_configuration[0].allow_credentials, null) == true && core::anytrue([for o in core::try([for x in attrs.cors_configuration[0].allow_origins : x], []) : core::contains(["*", "http://*", "https://*"], o)]))
    error_message = "`cors_configuration.allow_origins` holds a wildcard while `allow_credentials` is true, must list origins"
  }
}
