# title: DAX clusters are encrypted at rest
# why: The cache holds copies of the items of encrypted tables; without encryption they lie
#   on its disks in clear. It cannot be switched on later.
# fix: Add a `server_side_encryption` block with `enabled = true`.
# severity: high
# references: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html
# aliases: CKV_AWS_47
# tags: fsbp, encryption

policy {}

resource_policy "aws_dax_cluster" "encrypted-at-rest" {
  enforce {
    condition     = core::try(attrs.server_side_encryption[0].enabled, null) == true
    error_message = "`server_side_encryption.enabled` is ${core::try(attrs.server_side_encryption[0].enabled, null) == null ? "not set" : "false"}, must be true"
  }
}
