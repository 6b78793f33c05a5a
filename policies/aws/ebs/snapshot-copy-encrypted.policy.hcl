# title: Copies of snapshots are encrypted
# why: Copying is the one moment when an unencrypted snapshot can be encrypted; a plain copy
#   is one more place to leak from.
# fix: Set `encrypted = true` on aws_ebs_snapshot_copy.
# severity: high
# references: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-copy-snapshot.html
# tags: encryption

policy {}

resource_policy "aws_ebs_snapshot_copy" "snapshot-copy-encrypted" {
  enforce {
    condition     = core::try(attrs.encrypted, null) == true
    error_message = "`encrypted` is ${core::try(attrs.encrypted, null) == null ? "not set" : "false"}, must be true"
  }
}

resource_policy "aws_ebs_snapshot_import" "snapshot-copy-encrypted" {
  enforce {
    condition     = core::try(attrs.encrypted, null) == true
    error_message = "`encrypted` is ${core::try(attrs.encrypted, null) == null ? "not set" : "false"}, must be true"
  }
}
