# title: Caches of REST APIs are encrypted
# why: Cached responses hold what the API answers to its users.
# fix: Set `settings.cache_data_encrypted = true` where `caching_enabled` is true.
# severity: medium
# references: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html
# aliases: CKV_AWS_308, FSBP APIGateway.5
# tags: fsbp, encryption

policy {}

resource_policy "aws_api_gateway_method_settings" "cache-encrypted" {
  filter = core::try(attrs.settings[0].caching_enabled, null) == true

  enforce {
    condition     = core::try(attrs.settings[0].cache_data_encrypted, null) == true
    error_message = "`settings.cache_data_encrypted` is ${core::try(attrs.settings[0].cache_data_encrypted, null) == null ? "not set" : "false"}, must be true"
  }
}
