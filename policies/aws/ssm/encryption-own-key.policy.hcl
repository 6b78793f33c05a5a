# title: Secret parameters are encrypted with a KMS key of the account
# why: With the key of SSM everybody who may read the parameter can decrypt it.
# fix: Set `key_id` to the ARN of a KMS key.
# severity: low
# references: https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html
# aliases: CKV_AWS_337
# tags: encryption, secrets

policy {}

# Where it is not written the argument is computed, and not known before the apply: then
# there is nothing to judge here.
resource_policy "aws_ssm_parameter" "encryption-own-key" {
  filter = attrs.type == "SecureString" && core::valuetostring(core::try(attrs.key_id, null)) != "(unknown)"

  enforce {
    condition     = !core::contains(["", "alias/aws/ssm"], core::try(attrs.key_id, null) == null ? "" : core::try(attrs.key_id, null))
    error_message = "`key_id` is ${core::try(attrs.key_id, null) == null ? "not set" : attrs.key_id}, must be a KMS key of your own"
  }
}
