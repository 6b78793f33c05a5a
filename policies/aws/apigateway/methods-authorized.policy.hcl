# title: Methods of REST APIs are authorized
# why: A method without authorizer or API key can be called by everybody who finds it.
# fix: Set `authorization` to AWS_IAM, CUSTOM or COGNITO_USER_POOLS, or at least
#   `api_key_required = true`.
# severity: medium
# references: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html
# aliases: CKV_AWS_59, CKV2_AWS_70
# tags: iam, network

policy {}

resource_policy "aws_api_gateway_method" "methods-authorized" {
  filter = core::try(attrs.http_method, null) != "OPTIONS"

  enforce {
    condition     = core::try(attrs.authorization, null) != "NONE" || core::try(attrs.api_key_required, null) == true
    error_message = "`authorization` is NONE, must be AWS_IAM, CUSTOM or COGNITO_USER_POOLS"
  }
}
