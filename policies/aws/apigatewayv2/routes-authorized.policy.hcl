# title: Routes are authorized
# why: A route without authorizer can be called by everybody who finds it.
# fix: Set `authorization_type` to AWS_IAM, JWT or CUSTOM.
# severity: medium
# references: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html
# aliases: CKV_AWS_309
# tags: fsbp, iam, network

policy {}

resource_policy "aws_apigatewayv2_route" "routes-authorized" {
  filter = !core::startswith(core::try(attrs.route_key, ""), "OPTIONS ") && core::try(attrs.route_key, null) != "$disconnect" && (core::try(attrs.api_key_required, null) != true)

  enforce {
    condition     = core::contains(["AWS_IAM", "JWT", "CUSTOM"], core::try(attrs.authorization_type, null) == null ? "" : attrs.authorization_type)
    error_message = "`authorization_type` is ${core::try(attrs.authorization_type, null) == null ? "not set" : attrs.authorization_type}, must be AWS_IAM, JWT or CUSTOM"
  }
}
