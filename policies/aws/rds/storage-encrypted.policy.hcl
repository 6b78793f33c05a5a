# title: Database storage is encrypted
# why: Unencrypted storage, snapshots and replicas can be read by whoever gets at a copy;
#   encryption cannot be added later without restoring a snapshot.
# fix: Set `storage_encrypted = true` on aws_db_instance, aws_rds_cluster or
#   aws_rds_global_cluster, and a `kms_key_id` if the key is your own.
# severity: high
# references: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html
# aliases: CKV_AWS_16, CKV_AWS_96, CKV_AWS_140, FSBP RDS.3, FSBP RDS.27
# tags: cis, fsbp, encryption

policy {}

resource_policy "aws_db_instance" "storage-encrypted" {
  filter = core::try(attrs.storage_encrypted, null) == true || (core::try(attrs.replicate_source_db, null) == null || core::try(attrs.replicate_source_db, null) == "")

  enforce {
    condition     = core::try(attrs.storage_encrypted, null) == true
    error_message = "`storage_encrypted` is ${core::try(attrs.storage_encrypted, null) == null ? "not set" : "false"}, must be true"
  }
}

resource_policy "aws_rds_cluster" "storage-encrypted" {
  filter = core::try(attrs.engine_mode, null) != "serverless"

  enforce {
    condition     = core::try(attrs.storage_encrypted, null) == true
    error_message = "`storage_encrypted` is ${core::try(attrs.storage_encrypted, null) == null ? "not set" : "false"}, must be true"
  }
}

resource_policy "aws_rds_global_cluster" "storage-encrypted" {
  filter = core::try(attrs.storage_encrypted, null) == true || core::try(attrs.source_db_cluster_identifier, null) == null || core::try(attrs.source_db_cluster_identifier, null) == ""

  enforce {
    condition     = core::try(attrs.storage_encrypted, null) == true
    error_message = "`storage_encrypted` is ${core::try(attrs.storage_encrypted, null) == null ? "not set" : "false"}, must be true"
  }
}
