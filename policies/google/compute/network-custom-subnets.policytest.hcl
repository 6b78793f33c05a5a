policytest {
  targets = ["network-custom-subnets.policy.hcl"]
}

resource "google_compute_network" "custom" {
  attrs = {
    auto_create_subnetworks = false
  }
}

resource "google_compute_network" "automatic" {
  expect_failure = true
  attrs = {
    auto_create_subnetworks = true
  }
}

resource "google_compute_network" "default" {
  expect_failure = true
  attrs = {
    auto_create_subnetworks = null
  }
}

resource "google_compute_network" "known_after_apply" {
  expect_unknown = true
  unknown        = ["auto_create_subnetworks"]
  attrs = {
    name = "n"
  }
}
