policytest {
  targets = ["serial-port-off.policy.hcl"]
}

resource "google_compute_instance" "off" {
  attrs = {
    metadata = { serial-port-enable = "FALSE" }
  }
}

resource "google_compute_instance" "default" {
  attrs = {
    metadata = null
  }
}

resource "google_compute_instance" "on" {
  expect_failure = true
  attrs = {
    metadata = { serial-port-enable = "TRUE" }
  }
}

resource "google_compute_instance" "one" {
  expect_failure = true
  attrs = {
    metadata = { serial-port-enable = "1" }
  }
}

resource "google_compute_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["metadata.serial-port-enable"]
  attrs = {
    metadata = { serial-port-enable = "x" }
  }
}

resource "google_compute_instance_template" "off" {
  attrs = {
    metadata = { serial-port-enable = "FALSE" }
  }
}

resource "google_compute_instance_template" "default" {
  attrs = {
    metadata = null
  }
}

resource "google_compute_instance_template" "on" {
  expect_failure = true
  attrs = {
    metadata = { serial-port-enable = "TRUE" }
  }
}

resource "google_compute_instance_template" "one" {
  expect_failure = true
  attrs = {
    metadata = { serial-port-enable = "1" }
  }
}

resource "google_compute_instance_template" "known_after_apply" {
  expect_unknown = true
  unknown        = ["metadata.serial-port-enable"]
  attrs = {
    metadata = { serial-port-enable = "x" }
  }
}

resource "google_compute_region_instance_template" "off" {
  attrs = {
    metadata = { serial-port-enable = "FALSE" }
  }
}

resource "google_compute_region_instance_template" "default" {
  attrs = {
    metadata = null
  }
}

resource "google_compute_region_instance_template" "on" {
  expect_failure = true
  attrs = {
    metadata = { serial-port-enable = "TRUE" }
  }
}

resource "google_compute_region_instance_template" "one" {
  expect_failure = true
  attrs = {
    metadata = { serial-port-enable = "1" }
  }
}

resource "google_compute_region_instance_template" "known_after_apply" {
  expect_unknown = true
  unknown        = ["metadata.serial-port-enable"]
  attrs = {
    metadata = { serial-port-enable = "x" }
  }
}

resource "google_compute_project_metadata" "off" {
  attrs = {
    metadata = { serial-port-enable = "FALSE" }
  }
}

resource "google_compute_project_metadata" "default" {
  attrs = {
    metadata = null
  }
}

resource "google_compute_project_metadata" "on" {
  expect_failure = true
  attrs = {
    metadata = { serial-port-enable = "TRUE" }
  }
}

resource "google_compute_project_metadata" "one" {
  expect_failure = true
  attrs = {
    metadata = { serial-port-enable = "1" }
  }
}

resource "google_compute_project_metadata" "known_after_apply" {
  expect_unknown = true
  unknown        = ["metadata.serial-port-enable"]
  attrs = {
    metadata = { serial-port-enable = "x" }
  }
}
