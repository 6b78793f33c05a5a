# title: Buckets that receive logs are locked
# why: Logs that can be deleted before their time prove nothing after an attack.
# fix: Add `retention_policy { is_locked = true, retention_period = … }` to the bucket of the
#   sink.
# severity: low
# references: https://cloud.google.com/logging/docs/export/configure_export_v2
#   https://cloud.google.com/storage/docs/bucket-lock
# aliases: CKV2_GCP_4
# tags: cis, logging, storage

policy {}

resource_policy "google_logging_project_sink" "sink-bucket-locked" {
  filter = core::startswith(core::try(core::trimspace(attrs.destination), ""), "storage.googleapis.com/")

  enforce {
    condition     = core::alltrue([for b in core::getresources("google_storage_bucket", { name = core::trimprefix(core::try(core::trimspace(attrs.destination), ""), "storage.googleapis.com/") }) : core::try(b.retention_policy[0].is_locked, null) == true])
    error_message = "the bucket of `destination` must have `retention_policy.is_locked = true`"
  }
}

resource_policy "google_logging_folder_sink" "sink-bucket-locked" {
  filter = core::startswith(core::try(core::trimspace(attrs.destination), ""), "storage.googleapis.com/")

  enforce {
    condition     = core::alltrue([for b in core::getresources("google_storage_bucket", { name = core::trimprefix(core::try(core::trimspace(attrs.destination), ""), "storage.googleapis.com/") }) : core::try(b.retention_policy[0].is_locked, null) == true])
    error_message = "the bucket of `destination` must have `retention_policy.is_locked = true`"
  }
}

resource_policy "google_logging_organization_sink" "sink-bucket-locked" {
  filter = core::startswith(core::try(core::trimspace(attrs.destination), ""), "storage.googleapis.com/")

  enforce {
    condition     = core::alltrue([for b in core::getresources("google_storage_bucket", { name = core::trimprefix(core::try(core::trimspace(attrs.destination), ""), "storage.googleapis.com/") }) : core::try(b.retention_policy[0].is_locked, null) == true])
    error_message = "the bucket of `destination` must have `retention_policy.is_locked = true`"
  }
}
