# title: Caches of GraphQL APIs are encrypted
# why: Cached answers are data of your users.
# fix: Set `at_rest_encryption_enabled` and `transit_encryption_enabled` to true.
# severity: medium
# references: https://docs.aws.amazon.com/appsync/latest/devguide/enabling-caching.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/appsync-controls.html
# aliases: CKV_AWS_214, CKV_AWS_215
# tags: fsbp, encryption

policy {}

resource_policy "aws_appsync_api_cache" "cache-encrypted" {
  enforce {
    condition     = core::try(attrs.at_rest_encryption_enabled, null) == true
    error_message = "`at_rest_encryption_enabled` is not true, must be true"
  }

  enforce {
    condition     = core::try(attrs.transit_encryption_enabled, null) == true
    error_message = "`transit_encryption_enabled` is not true, must be true"
  }
}
