policytest {
  targets = ["secure-boot.policy.hcl"]
}

resource "google_compute_instance" "on" {
  attrs = {
    shielded_instance_config = [{ enable_secure_boot = true }]
  }
}

resource "google_compute_instance" "off" {
  expect_failure = true
  attrs = {
    shielded_instance_config = [{ enable_secure_boot = false }]
  }
}

resource "google_compute_instance" "without_block" {
  expect_failure = true
  attrs = {
    shielded_instance_config = []
  }
}

resource "google_compute_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["shielded_instance_config"]
  attrs = {
    name = "a"
  }
}

resource "google_compute_instance_template" "on" {
  attrs = {
    shielded_instance_config = [{ enable_secure_boot = true }]
  }
}

resource "google_compute_instance_template" "off" {
  expect_failure = true
  attrs = {
    shielded_instance_config = [{ enable_secure_boot = false }]
  }
}

resource "google_compute_instance_template" "without_block" {
  expect_failure = true
  attrs = {
    shielded_instance_config = []
  }
}

resource "google_compute_instance_template" "known_after_apply" {
  expect_unknown = true
  unknown        = ["shielded_instance_config"]
  attrs = {
    name = "a"
  }
}

resource "google_compute_region_instance_template" "on" {
  attrs = {
    shielded_instance_config = [{ enable_secure_boot = true }]
  }
}

resource "google_compute_region_instance_template" "off" {
  expect_failure = true
  attrs = {
    shielded_instance_config = [{ enable_secure_boot = false }]
  }
}

resource "google_compute_region_instance_template" "without_block" {
  expect_failure = true
  attrs = {
    shielded_instance_config = []
  }
}

resource "google_compute_region_instance_template" "known_after_apply" {
  expect_unknown = true
  unknown        = ["shielded_instance_config"]
  attrs = {
    name = "a"
  }
}
