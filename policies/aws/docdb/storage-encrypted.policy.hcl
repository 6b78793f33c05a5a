# title: DocumentDB storage is encrypted
# why: Unencrypted storage and snapshots can be read by whoever gets at a copy; encryption
#   cannot be added later without restoring a snapshot.
# fix: Set `storage_encrypted = true`.
# severity: high
# references: https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/documentdb-controls.html
# aliases: CKV_AWS_74, CKV_AWS_292
# tags: fsbp, encryption

policy {}

resource_policy "aws_docdb_cluster" "storage-encrypted" {
  enforce {
    condition     = core::try(attrs.storage_encrypted, null) == true
    error_message = "`storage_encrypted` is ${core::try(attrs.storage_encrypted, null) == null ? "not set" : "false"}, must be true"
  }
}

resource_policy "aws_docdb_global_cluster" "storage-encrypted" {
  filter = core::try(attrs.storage_encrypted, null) == true || core::try(attrs.source_db_cluster_identifier, null) == null || core::try(attrs.source_db_cluster_identifier, null) == ""

  enforce {
    condition     = core::try(attrs.storage_encrypted, null) == true
    error_message = "`storage_encrypted` is ${core::try(attrs.storage_encrypted, null) == null ? "not set" : "false"}, must be true"
  }
}
