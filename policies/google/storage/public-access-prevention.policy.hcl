# title: Buckets enforce public access prevention
# why: Without it a later grant to everyone, made by hand or by another project, publishes the
#   bucket.
# fix: Set `public_access_prevention = "enforced"`, or enforce it with the organization policy
#   `constraints/storage.publicAccessPrevention`.
# severity: medium
# references: https://cloud.google.com/storage/docs/public-access-prevention
# aliases: CKV_GCP_114
# tags: network, storage

policy {}

resource_policy "google_storage_bucket" "public-access-prevention" {
  enforce {
    condition     = core::try(attrs.public_access_prevention, null) == "enforced"
    error_message = "`public_access_prevention` is ${core::valuetostring(core::try(attrs.public_access_prevention, null))}, must be \"enforced\""
  }
}
