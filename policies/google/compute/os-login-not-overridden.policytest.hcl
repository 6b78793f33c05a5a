policytest {
  targets = ["os-login-not-overridden.policy.hcl"]
}

resource "google_compute_instance" "on" {
  attrs = {
    metadata = { enable-oslogin = "TRUE" }
  }
}

resource "google_compute_instance" "default" {
  attrs = {
    metadata = null
  }
}

resource "google_compute_instance" "other_keys" {
  attrs = {
    metadata = { foo = "bar" }
  }
}

resource "google_compute_instance" "off" {
  expect_failure = true
  attrs = {
    metadata = { enable-oslogin = "FALSE" }
  }
}

resource "google_compute_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["metadata.enable-oslogin"]
  attrs = {
    metadata = { enable-oslogin = "x" }
  }
}

resource "google_compute_instance_template" "on" {
  attrs = {
    metadata = { enable-oslogin = "TRUE" }
  }
}

resource "google_compute_instance_template" "default" {
  attrs = {
    metadata = null
  }
}

resource "google_compute_instance_template" "other_keys" {
  attrs = {
    metadata = { foo = "bar" }
  }
}

resource "google_compute_instance_template" "off" {
  expect_failure = true
  attrs = {
    metadata = { enable-oslogin = "FALSE" }
  }
}

resource "google_compute_instance_template" "known_after_apply" {
  expect_unknown = true
  unknown        = ["metadata.enable-oslogin"]
  attrs = {
    metadata = { enable-oslogin = "x" }
  }
}

resource "google_compute_region_instance_template" "on" {
  attrs = {
    metadata = { enable-oslogin = "TRUE" }
  }
}

resource "google_compute_region_instance_template" "default" {
  attrs = {
    metadata = null
  }
}

resource "google_compute_region_instance_template" "other_keys" {
  attrs = {
    metadata = { foo = "bar" }
  }
}

resource "google_compute_region_instance_template" "off" {
  expect_failure = true
  attrs = {
    metadata = { enable-oslogin = "FALSE" }
  }
}

resource "google_compute_region_instance_template" "known_after_apply" {
  expect_unknown = true
  unknown        = ["metadata.enable-oslogin"]
  attrs = {
    metadata = { enable-oslogin = "x" }
  }
}
