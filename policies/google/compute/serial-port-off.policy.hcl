# title: Instances have no interactive serial console
# why: The serial console takes logins from any address and knows no firewall.
# fix: Remove `serial-port-enable` from `metadata`, or set it to "false".
# severity: medium
# references: https://cloud.google.com/compute/docs/troubleshooting/troubleshooting-using-serial-console
# aliases: CKV_GCP_35
# tags: cis, network

policy {}

resource_policy "google_compute_instance" "serial-port-off" {
  enforce {
    condition     = !core::contains(["true", "1", "yes", "y"], core::try(core::lower(attrs.metadata["serial-port-enable"]), ""))
    error_message = "`metadata.serial-port-enable` is on, must be left out or false"
  }
}

resource_policy "google_compute_instance_template" "serial-port-off" {
  enforce {
    condition     = !core::contains(["true", "1", "yes", "y"], core::try(core::lower(attrs.metadata["serial-port-enable"]), ""))
    error_message = "`metadata.serial-port-enable` is on, must be left out or false"
  }
}

resource_policy "google_compute_region_instance_template" "serial-port-off" {
  enforce {
    condition     = !core::contains(["true", "1", "yes", "y"], core::try(core::lower(attrs.metadata["serial-port-enable"]), ""))
    error_message = "`metadata.serial-port-enable` is on, must be left out or false"
  }
}

resource_policy "google_compute_project_metadata" "serial-port-off" {
  enforce {
    condition     = !core::contains(["true", "1", "yes", "y"], core::try(core::lower(attrs.metadata["serial-port-enable"]), ""))
    error_message = "`metadata.serial-port-enable` is on, must be left out or false"
  }
}
