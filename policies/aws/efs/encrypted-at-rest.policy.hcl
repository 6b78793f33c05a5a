# title: File systems are encrypted at rest
# why: Encryption of a file system can only be chosen when it is made; later it means
#   copying everything.
# fix: Set `encrypted = true`, and a `kms_key_id` if the key is your own.
# severity: high
# references: https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html
# aliases: CKV_AWS_42
# tags: cis, fsbp, encryption

policy {}

resource_policy "aws_efs_file_system" "encrypted-at-rest" {
  enforce {
    condition     = core::try(attrs.encrypted, null) == true
    error_message = "`encrypted` is ${core::try(attrs.encrypted, null) == null ? "not set" : "false"}, must be true"
  }
}
