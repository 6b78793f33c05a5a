# title: Function URLs are not shared with every website
# why: With any origin and credentials allowed, every website that a user visits can call
#   the function in that user's name.
# fix: List origins in `cors.allow_origins`, or set `allow_credentials = false`.
# severity: medium
# references: https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html#urls-cors
# tags: network

policy {}

resource_policy "aws_lambda_function_url" "url-cors-not-open" {
  enforce {
    condition     = !(core::try(attrs.cors[0].allow_credentials, null) == true && core::anytrue([for o in core::try([for x in attrs.cors[0].allow_origins : x], []) : o == "*"]))
    error_message = "`cors.allow_origins` holds * while `allow_credentials` is true, must list origins"
  }
}
