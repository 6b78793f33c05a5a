# title: Code of functions is signed
# why: Without code signing whoever may update a function, or write to its bucket, decides
#   what runs.
# fix: Set `code_signing_config_arn` to the ARN of an aws_lambda_code_signing_config.
# severity: low
# references: https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html
# aliases: CKV_AWS_272

policy {}

resource_policy "aws_lambda_function" "code-signing" {
  filter = core::try(attrs.package_type, null) != "Image"

  enforce {
    condition     = core::try(attrs.code_signing_config_arn, null) != null && core::try(attrs.code_signing_config_arn, null) != ""
    error_message = "`code_signing_config_arn` is not set, must be the ARN of a code signing configuration"
  }
}
