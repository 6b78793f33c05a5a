# title: Instances do not take SSH keys of the project
# why: A key in project metadata opens every instance at once.
# fix: Set `block-project-ssh-keys = "true"` in `metadata`; with `enable-oslogin = "TRUE"` no
#   keys of metadata are taken anyway.
# severity: low
# references: https://cloud.google.com/compute/docs/connect/restrict-ssh-keys
# aliases: CKV_GCP_32
# tags: cis, iam

policy {}

resource_policy "google_compute_instance" "project-keys-blocked" {
  enforce {
    condition = (
      core::try(core::lower(attrs.metadata["block-project-ssh-keys"]), "") == "true"
      || core::try(core::lower(attrs.metadata["enable-oslogin"]), "") == "true"
    )
    error_message = "`metadata.block-project-ssh-keys` must be \"true\""
  }
}

resource_policy "google_compute_instance_template" "project-keys-blocked" {
  enforce {
    condition = (
      core::try(core::lower(attrs.metadata["block-project-ssh-keys"]), "") == "true"
      || core::try(core::lower(attrs.metadata["enable-oslogin"]), "") == "true"
    )
    error_message = "`metadata.block-project-ssh-keys` must be \"true\""
  }
}

resource_policy "google_compute_region_instance_template" "project-keys-blocked" {
  enforce {
    condition = (
      core::try(core::lower(attrs.metadata["block-project-ssh-keys"]), "") == "true"
      || core::try(core::lower(attrs.metadata["enable-oslogin"]), "") == "true"
    )
    error_message = "`metadata.block-project-ssh-keys` must be \"true\""
  }
}
