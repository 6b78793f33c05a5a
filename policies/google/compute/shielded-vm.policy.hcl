# title: Instances are shielded VMs
# why: A shielded VM measures what it boots; without that a rootkit below the system stays
#   unseen.
# fix: Boot an image that supports shielded VM and add `shielded_instance_config { enable_vtpm
#   = true, enable_integrity_monitoring = true }`.
# severity: medium
# references: https://cloud.google.com/compute/shielded-vm/docs/shielded-vm
# aliases: CKV_GCP_39
# tags: cis, compute

policy {}

resource_policy "google_compute_instance" "shielded-vm" {
  enforce {
    condition     = core::try(core::length(attrs.shielded_instance_config), 0) > 0
    error_message = "`shielded_instance_config` must be set"
  }

  enforce {
    condition     = core::try(attrs.shielded_instance_config[0].enable_vtpm, null) != false
    error_message = "`shielded_instance_config.enable_vtpm` is false, must be true"
  }

  enforce {
    condition     = core::try(attrs.shielded_instance_config[0].enable_integrity_monitoring, null) != false
    error_message = "`shielded_instance_config.enable_integrity_monitoring` is false, must be true"
  }
}

resource_policy "google_compute_instance_template" "shielded-vm" {
  enforce {
    condition     = core::try(core::length(attrs.shielded_instance_config), 0) > 0
    error_message = "`shielded_instance_config` must be set"
  }

  enforce {
    condition     = core::try(attrs.shielded_instance_config[0].enable_vtpm, null) != false
    error_message = "`shielded_instance_config.enable_vtpm` is false, must be true"
  }

  enforce {
    condition     = core::try(attrs.shielded_instance_config[0].enable_integrity_monitoring, null) != false
    error_message = "`shielded_instance_config.enable_integrity_monitoring` is false, must be true"
  }
}

resource_policy "google_compute_region_instance_template" "shielded-vm" {
  enforce {
    condition     = core::try(core::length(attrs.shielded_instance_config), 0) > 0
    error_message = "`shielded_instance_config` must be set"
  }

  enforce {
    condition     = core::try(attrs.shielded_instance_config[0].enable_vtpm, null) != false
    error_message = "`shielded_instance_config.enable_vtpm` is false, must be true"
  }

  enforce {
    condition     = core::try(attrs.shielded_instance_config[0].enable_integrity_monitoring, null) != false
    error_message = "`shielded_instance_config.enable_integrity_monitoring` is false, must be true"
  }
}
