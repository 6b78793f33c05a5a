policytest {
  targets = ["shielded-vm.policy.hcl"]
}

resource "google_compute_instance" "shielded" {
  attrs = {
    shielded_instance_config = [{ enable_secure_boot = false, enable_vtpm = true, enable_integrity_monitoring = true }]
  }
}

resource "google_compute_instance" "defaults_of_the_block" {
  attrs = {
    shielded_instance_config = [{ enable_secure_boot = true, enable_vtpm = null, enable_integrity_monitoring = null }]
  }
}

resource "google_compute_instance" "without_block" {
  expect_failure = true
  attrs = {
    shielded_instance_config = []
  }
}

resource "google_compute_instance" "without_vtpm" {
  expect_failure = true
  attrs = {
    shielded_instance_config = [{ enable_vtpm = false, enable_integrity_monitoring = true }]
  }
}

resource "google_compute_instance" "without_monitoring" {
  expect_failure = true
  attrs = {
    shielded_instance_config = [{ enable_vtpm = true, enable_integrity_monitoring = false }]
  }
}

resource "google_compute_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["shielded_instance_config"]
  attrs = {
    name = "a"
  }
}

resource "google_compute_instance_template" "shielded" {
  attrs = {
    shielded_instance_config = [{ enable_secure_boot = false, enable_vtpm = true, enable_integrity_monitoring = true }]
  }
}

resource "google_compute_instance_template" "defaults_of_the_block" {
  attrs = {
    shielded_instance_config = [{ enable_secure_boot = true, enable_vtpm = null, enable_integrity_monitoring = null }]
  }
}

resource "google_compute_instance_template" "without_block" {
  expect_failure = true
  attrs = {
    shielded_instance_config = []
  }
}

resource "google_compute_instance_template" "without_vtpm" {
  expect_failure = true
  attrs = {
    shielded_instance_config = [{ enable_vtpm = false, enable_integrity_monitoring = true }]
  }
}

resource "google_compute_instance_template" "without_monitoring" {
  expect_failure = true
  attrs = {
    shielded_instance_config = [{ enable_vtpm = true, enable_integrity_monitoring = false }]
  }
}

resource "google_compute_instance_template" "known_after_apply" {
  expect_unknown = true
  unknown        = ["shielded_instance_config"]
  attrs = {
    name = "a"
  }
}

resource "google_compute_region_instance_template" "shielded" {
  attrs = {
    shielded_instance_config = [{ enable_secure_boot = false, enable_vtpm = true, enable_integrity_monitoring = true }]
  }
}

resource "google_compute_region_instance_template" "defaults_of_the_block" {
  attrs = {
    shielded_instance_config = [{ enable_secure_boot = true, enable_vtpm = null, enable_integrity_monitoring = null }]
  }
}

resource "google_compute_region_instance_template" "without_block" {
  expect_failure = true
  attrs = {
    shielded_instance_config = []
  }
}

resource "google_compute_region_instance_template" "without_vtpm" {
  expect_failure = true
  attrs = {
    shielded_instance_config = [{ enable_vtpm = false, enable_integrity_monitoring = true }]
  }
}

resource "google_compute_region_instance_template" "without_monitoring" {
  expect_failure = true
  attrs = {
    shielded_instance_config = [{ enable_vtpm = true, enable_integrity_monitoring = false }]
  }
}

resource "google_compute_region_instance_template" "known_after_apply" {
  expect_unknown = true
  unknown        = ["shielded_instance_config"]
  attrs = {
    name = "a"
  }
}
