policytest {
  targets = ["ip-forwarding-off.policy.hcl"]
}

resource "google_compute_instance" "off" {
  attrs = {
    can_ip_forward = false
  }
}

resource "google_compute_instance" "default" {
  attrs = {
    can_ip_forward = null
  }
}

resource "google_compute_instance" "on" {
  expect_failure = true
  attrs = {
    can_ip_forward = true
  }
}

resource "google_compute_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["can_ip_forward"]
  attrs = {
    name = "a"
  }
}

resource "google_compute_instance_template" "off" {
  attrs = {
    can_ip_forward = false
  }
}

resource "google_compute_instance_template" "default" {
  attrs = {
    can_ip_forward = null
  }
}

resource "google_compute_instance_template" "on" {
  expect_failure = true
  attrs = {
    can_ip_forward = true
  }
}

resource "google_compute_instance_template" "known_after_apply" {
  expect_unknown = true
  unknown        = ["can_ip_forward"]
  attrs = {
    name = "a"
  }
}

resource "google_compute_region_instance_template" "off" {
  attrs = {
    can_ip_forward = false
  }
}

resource "google_compute_region_instance_template" "default" {
  attrs = {
    can_ip_forward = null
  }
}

resource "google_compute_region_instance_template" "on" {
  expect_failure = true
  attrs = {
    can_ip_forward = true
  }
}

resource "google_compute_region_instance_template" "known_after_apply" {
  expect_unknown = true
  unknown        = ["can_ip_forward"]
  attrs = {
    name = "a"
  }
}
