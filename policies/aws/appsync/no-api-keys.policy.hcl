# title: GraphQL APIs do not authenticate by API keys
# why: The key stands in every app and web page that calls the API.
# fix: Set `authentication_type` to AWS_IAM, AMAZON_COGNITO_USER_POOLS, OPENID_CONNECT or
#   AWS_LAMBDA.
# severity: high
# references: https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/appsync-controls.html
# tags: fsbp, iam, network

policy {}

resource_policy "aws_appsync_graphql_api" "no-api-keys" {
  enforce {
    condition     = core::try(attrs.authentication_type, null) != "API_KEY"
    error_message = "`authentication_type` is API_KEY, must identify the caller"
  }

  enforce {
    condition     = !core::anytrue([for p in core::try([for x in attrs.additional_authentication_provider : x], []) : core::try(p.authentication_type, null) == "API_KEY"])
    error_message = "`additional_authentication_provider.authentication_type` is API_KEY, must identify the caller"
  }
}
