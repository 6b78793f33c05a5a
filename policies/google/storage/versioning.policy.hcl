# title: Buckets keep overwritten objects
# why: An object that was overwritten or deleted by mistake is gone for good once soft delete
#   has run out.
# fix: Add `versioning { enabled = true }`, or a `retention_policy`.
# severity: medium
# references: https://cloud.google.com/storage/docs/object-versioning
#   https://cloud.google.com/storage/docs/bucket-lock
# aliases: CKV_GCP_78
# tags: backup, storage

policy {}

resource_policy "google_storage_bucket" "versioning" {
  filter = core::try(core::length(attrs.retention_policy), 0) == 0

  enforce {
    condition     = core::try(attrs.versioning[0].enabled, null) == true
    error_message = "`versioning.enabled` must be true"
  }
}
