# title: Function URLs require a signed request
# why: With NONE everybody on the internet can call the function.
# fix: Set `authorization_type = "AWS_IAM"`.
# severity: high
# references: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
# aliases: CKV_AWS_258
# tags: network, iam

policy {}

resource_policy "aws_lambda_function_url" "url-authenticated" {
  enforce {
    condition     = core::contains(["AWS_IAM"], core::try(attrs.authorization_type, null) == null ? "" : core::try(attrs.authorization_type, null))
    error_message = "`authorization_type` is ${core::try(attrs.authorization_type, null) == null ? "not set" : core::try(attrs.authorization_type, null)}, must be AWS_IAM"
  }
}
