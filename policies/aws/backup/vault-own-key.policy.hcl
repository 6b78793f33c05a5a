# title: Backup vaults are encrypted with a KMS key of the account
# why: With the key that AWS manages, backups can neither be copied to other accounts nor
#   cut off by revoking the key.
# fix: Set `kms_key_arn` on aws_backup_vault.
# severity: medium
# references: https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html
# aliases: CKV_AWS_166
# tags: encryption

policy {}

resource_policy "aws_backup_vault" "vault-own-key" {
  enforce {
    condition     = core::try(attrs.kms_key_arn, null) != null && core::try(attrs.kms_key_arn, null) != ""
    error_message = "`kms_key_arn` is not set, must be the ARN of a KMS key"
  }
}
