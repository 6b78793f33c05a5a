# title: Environment variables are encrypted with a KMS key of the account
# why: They are always encrypted, but with a key that everybody with access to the function
#   may use.
# fix: Set `kms_key_arn` to the ARN of a KMS key, or keep secrets in Secrets Manager.
# severity: low
# references: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html
# aliases: CKV_AWS_173
# tags: encryption

policy {}

resource_policy "aws_lambda_function" "environment-own-key" {
  filter = core::try(core::valuetostring(attrs.environment[0].variables) == "(unknown)" || core::length(attrs.environment[0].variables) > 0, false)

  enforce {
    condition     = core::try(attrs.kms_key_arn, null) != null && core::try(attrs.kms_key_arn, null) != ""
    error_message = "`kms_key_arn` is not set, must be the ARN of a KMS key, as the function has environment variables"
  }
}
