# title: Tables are encrypted with a KMS key of the account
# why: Tables are always encrypted, but with a key that AWS owns: its use can be neither
#   audited nor revoked.
# fix: Add a `server_side_encryption` block with `enabled = true` and `kms_key_arn`.
# severity: low
# references: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html
# aliases: CKV_AWS_119
# tags: encryption

policy {}

resource_policy "aws_dynamodb_table" "encryption-own-key" {
  enforce {
    condition     = core::try(attrs.server_side_encryption[0].enabled, null) == true && core::try(attrs.server_side_encryption[0].kms_key_arn, null) != null && core::try(attrs.server_side_encryption[0].kms_key_arn, null) != ""
    error_message = "`server_side_encryption` has no `kms_key_arn`, must be enabled with the ARN of a KMS key"
  }
}
