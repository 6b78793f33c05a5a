# title: Log groups are encrypted with a KMS key of the account
# why: They are always encrypted, but with a key that AWS owns: its use can be neither
#   audited nor revoked.
# fix: Set `kms_key_id` to the ARN of a KMS key.
# severity: low
# references: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
# aliases: CKV_AWS_158
# tags: encryption, logging

policy {}

resource_policy "aws_cloudwatch_log_group" "log-group-own-key" {
  enforce {
    condition     = core::try(attrs.kms_key_id, null) != null && core::try(attrs.kms_key_id, null) != ""
    error_message = "`kms_key_id` is not set, must be the ARN of a KMS key"
  }
}
