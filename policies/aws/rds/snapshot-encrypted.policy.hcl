# title: Database snapshots are encrypted
# why: A snapshot is a whole copy of the database; unencrypted, every account it is shared
#   with can read it.
# fix: Encrypt the source (`storage_encrypted = true`), or copy the snapshot with
#   aws_db_snapshot_copy and a `kms_key_id`.
# severity: high
# references: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_CopySnapshot.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html
# aliases: CKV_AWS_146, FSBP RDS.4
# tags: fsbp, encryption

policy {}

# The attribute is computed: nobody can write it, and it is not known before the
# snapshot exists. What a new snapshot inherits is judged at its source.
resource_policy "aws_db_snapshot" "snapshot-encrypted" {
  operations = ["update", "no-op"]

  enforce {
    condition     = core::try(attrs.encrypted, null) == true
    error_message = "`encrypted` is not true: the source is not encrypted"
  }
}

# The attribute is computed: nobody can write it, and it is not known before the
# snapshot exists. What a new snapshot inherits is judged at its source.
resource_policy "aws_db_cluster_snapshot" "snapshot-encrypted" {
  operations = ["update", "no-op"]

  enforce {
    condition     = core::try(attrs.storage_encrypted, null) == true
    error_message = "`storage_encrypted` is not true: the source is not encrypted"
  }
}
