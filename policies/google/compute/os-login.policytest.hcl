policytest {
  targets = ["os-login.policy.hcl"]
}

resource "google_compute_project_metadata" "on" {
  attrs = {
    metadata = { enable-oslogin = "TRUE" }
  }
}

resource "google_compute_project_metadata" "off" {
  expect_failure = true
  attrs = {
    metadata = { enable-oslogin = "FALSE" }
  }
}

resource "google_compute_project_metadata" "default" {
  expect_failure = true
  attrs = {
    metadata = { foo = "bar" }
  }
}

resource "google_compute_project_metadata" "known_after_apply" {
  expect_unknown = true
  unknown        = ["metadata.enable-oslogin"]
  attrs = {
    metadata = { enable-oslogin = "TRUE" }
  }
}

resource "google_compute_project_metadata_item" "on" {
  attrs = {
    key   = "enable-oslogin"
    value = "true"
  }
}

resource "google_compute_project_metadata_item" "off" {
  expect_failure = true
  attrs = {
    key   = "enable-oslogin"
    value = "false"
  }
}

resource "google_compute_project_metadata_item" "other_key" {
  attrs = {
    key   = "foo"
    value = "bar"
  }
}

resource "google_compute_project_metadata_item" "known_after_apply" {
  expect_unknown = true
  unknown        = ["value"]
  attrs = {
    key = "enable-oslogin"
  }
}
