policytest {
  targets = ["subnet-private-google-access.policy.hcl"]
}

resource "google_compute_subnetwork" "on" {
  attrs = {
    private_ip_google_access = true
    purpose                  = "PRIVATE"
  }
}

resource "google_compute_subnetwork" "off" {
  expect_failure = true
  unknown        = ["purpose"]
  attrs = {
    private_ip_google_access = false
  }
}

resource "google_compute_subnetwork" "default" {
  expect_failure = true
  attrs = {
    private_ip_google_access = null
  }
}

resource "google_compute_subnetwork" "proxy_only" {
  attrs = {
    private_ip_google_access = false
    purpose                  = "GLOBAL_MANAGED_PROXY"
  }
}

resource "google_compute_subnetwork" "known_after_apply" {
  expect_unknown = true
  unknown        = ["private_ip_google_access"]
  attrs = {
    purpose = "PRIVATE"
  }
}
