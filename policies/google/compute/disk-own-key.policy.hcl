# title: Disks are encrypted with a key of one's own
# why: Only with a key of your own can you take access to the data back, or prove that it is
#   gone.
# fix: Add `disk_encryption_key { kms_key_self_link = … }`.
# severity: low
# references: https://cloud.google.com/compute/docs/disks/customer-managed-encryption
# aliases: CKV_GCP_37
# tags: encryption

policy {}

resource_policy "google_compute_disk" "disk-own-key" {
  enforce {
    condition     = core::try(core::length(attrs.disk_encryption_key), 0) > 0
    error_message = "`disk_encryption_key` must be set"
  }
}

resource_policy "google_compute_region_disk" "disk-own-key" {
  enforce {
    condition     = core::try(core::length(attrs.disk_encryption_key), 0) > 0
    error_message = "`disk_encryption_key` must be set"
  }
}
