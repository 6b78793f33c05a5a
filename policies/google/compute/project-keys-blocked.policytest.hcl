policytest {
  targets = ["project-keys-blocked.policy.hcl"]
}

resource "google_compute_instance" "blocked" {
  attrs = {
    metadata = { block-project-ssh-keys = "true" }
  }
}

resource "google_compute_instance" "os_login" {
  attrs = {
    metadata = { enable-oslogin = "TRUE" }
  }
}

resource "google_compute_instance" "off" {
  expect_failure = true
  attrs = {
    metadata = { block-project-ssh-keys = "false" }
  }
}

resource "google_compute_instance" "default" {
  expect_failure = true
  attrs = {
    metadata = null
  }
}

resource "google_compute_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["metadata.block-project-ssh-keys"]
  attrs = {
    metadata = { block-project-ssh-keys = "x" }
  }
}

resource "google_compute_instance_template" "blocked" {
  attrs = {
    metadata = { block-project-ssh-keys = "true" }
  }
}

resource "google_compute_instance_template" "os_login" {
  attrs = {
    metadata = { enable-oslogin = "TRUE" }
  }
}

resource "google_compute_instance_template" "off" {
  expect_failure = true
  attrs = {
    metadata = { block-project-ssh-keys = "false" }
  }
}

resource "google_compute_instance_template" "default" {
  expect_failure = true
  attrs = {
    metadata = null
  }
}

resource "google_compute_instance_template" "known_after_apply" {
  expect_unknown = true
  unknown        = ["metadata.block-project-ssh-keys"]
  attrs = {
    metadata = { block-project-ssh-keys = "x" }
  }
}

resource "google_compute_region_instance_template" "blocked" {
  attrs = {
    metadata = { block-project-ssh-keys = "true" }
  }
}

resource "google_compute_region_instance_template" "os_login" {
  attrs = {
    metadata = { enable-oslogin = "TRUE" }
  }
}

resource "google_compute_region_instance_template" "off" {
  expect_failure = true
  attrs = {
    metadata = { block-project-ssh-keys = "false" }
  }
}

resource "google_compute_region_instance_template" "default" {
  expect_failure = true
  attrs = {
    metadata = null
  }
}

resource "google_compute_region_instance_template" "known_after_apply" {
  expect_unknown = true
  unknown        = ["metadata.block-project-ssh-keys"]
  attrs = {
    metadata = { block-project-ssh-keys = "x" }
  }
}
