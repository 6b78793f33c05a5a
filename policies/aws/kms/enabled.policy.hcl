# title: Keys are enabled
# why: With a disabled key everything encrypted with it can no longer be read.
# fix: Set `is_enabled = true`, or remove the key.
# severity: low
# references: https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html
# aliases: CKV_AWS_227
# tags: encryption

policy {}

resource_policy "aws_kms_key" "enabled" {
  enforce {
    condition     = core::try(attrs.is_enabled, null) != false
    error_message = "`is_enabled` is false, must be true"
  }
}
