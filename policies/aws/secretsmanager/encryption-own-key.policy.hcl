# title: Secrets are encrypted with a KMS key of the account
# why: With the key of Secrets Manager the secret cannot be shared safely with another
#   account, and access to the key cannot be restricted.
# fix: Set `kms_key_id` to the ARN of a KMS key.
# severity: low
# references: https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
# aliases: CKV_AWS_149
# tags: encryption, secrets

policy {}

resource_policy "aws_secretsmanager_secret" "encryption-own-key" {
  enforce {
    condition     = core::try(attrs.kms_key_id, null) != null && core::try(attrs.kms_key_id, null) != ""
    error_message = "`kms_key_id` is not set, must be the ARN of a KMS key"
  }
}
