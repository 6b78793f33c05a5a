# title: OS Login is on for the project
# why: Keys in metadata are never taken back when a person leaves; OS Login ties them to the
#   account.
# fix: Set `enable-oslogin = "TRUE"` in the `metadata` of google_compute_project_metadata.
# severity: medium
# references: https://cloud.google.com/compute/docs/oslogin
# aliases: CKV_GCP_33
# tags: cis, iam

policy {}

resource_policy "google_compute_project_metadata" "os-login" {
  enforce {
    condition     = core::try(core::lower(attrs.metadata["enable-oslogin"]), "") == "true"
    error_message = "`metadata.enable-oslogin` must be \"TRUE\""
  }
}

resource_policy "google_compute_project_metadata_item" "os-login" {
  filter = core::try(attrs.key, null) == "enable-oslogin"

  enforce {
    condition     = core::try(core::lower(attrs.value), "") == "true"
    error_message = "`value` of enable-oslogin must be \"TRUE\""
  }
}
