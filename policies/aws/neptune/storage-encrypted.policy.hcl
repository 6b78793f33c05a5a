# title: Neptune storage is encrypted
# why: Unencrypted storage and snapshots can be read by whoever gets at a copy; encryption
#   cannot be added later without restoring a snapshot.
# fix: Set `storage_encrypted = true`.
# severity: high
# references: https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html
# aliases: CKV_AWS_44
# tags: fsbp, encryption

policy {}

resource_policy "aws_neptune_cluster" "storage-encrypted" {
  enforce {
    condition     = core::try(attrs.storage_encrypted, null) == true
    error_message = "`storage_encrypted` is ${core::try(attrs.storage_encrypted, null) == null ? "not set" : "false"}, must be true"
  }
}
