# title: Buckets use uniform bucket-level access
# why: With object ACLs a single object can be shared with anyone, past every IAM policy and
#   unseen in it.
# fix: Set `uniform_bucket_level_access = true`.
# severity: medium
# references: https://cloud.google.com/storage/docs/uniform-bucket-level-access
# aliases: CKV_GCP_29
# tags: cis, iam, storage

policy {}

resource_policy "google_storage_bucket" "uniform-access" {
  enforce {
    condition     = core::try(attrs.uniform_bucket_level_access, attrs.bucket_policy_only, null) == true
    error_message = "`uniform_bucket_level_access` must be true"
  }
}
