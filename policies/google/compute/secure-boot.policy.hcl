# title: Instances boot signed software only
# why: Secure boot stops changed boot loaders and kernel modules; it is off unless asked for.
# fix: Add `shielded_instance_config { enable_secure_boot = true }`; leave it off only for
#   unsigned drivers.
# severity: low
# references: https://cloud.google.com/compute/shielded-vm/docs/shielded-vm
# tags: compute

policy {}

resource_policy "google_compute_instance" "secure-boot" {
  enforce {
    condition     = core::try(attrs.shielded_instance_config[0].enable_secure_boot, null) == true
    error_message = "`shielded_instance_config.enable_secure_boot` must be true"
  }
}

resource_policy "google_compute_instance_template" "secure-boot" {
  enforce {
    condition     = core::try(attrs.shielded_instance_config[0].enable_secure_boot, null) == true
    error_message = "`shielded_instance_config.enable_secure_boot` must be true"
  }
}

resource_policy "google_compute_region_instance_template" "secure-boot" {
  enforce {
    condition     = core::try(attrs.shielded_instance_config[0].enable_secure_boot, null) == true
    error_message = "`shielded_instance_config.enable_secure_boot` must be true"
  }
}
