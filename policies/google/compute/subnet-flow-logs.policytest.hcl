policytest {
  targets = ["subnet-flow-logs.policy.hcl"]
}

resource "google_compute_subnetwork" "logged" {
  attrs = {
    log_config = [{ aggregation_interval = "INTERVAL_5_SEC" }]
    purpose    = "PRIVATE"
  }
}

resource "google_compute_subnetwork" "default" {
  expect_failure = true
  attrs = {
    log_config = []
    purpose    = null
  }
}

resource "google_compute_subnetwork" "new" {
  expect_failure = true
  unknown        = ["purpose"]
  attrs = {
    log_config = []
  }
}

resource "google_compute_subnetwork" "proxy_only" {
  attrs = {
    log_config = []
    purpose    = "REGIONAL_MANAGED_PROXY"
  }
}

resource "google_compute_subnetwork" "known_after_apply" {
  expect_unknown = true
  unknown        = ["log_config"]
  attrs = {
    purpose = "PRIVATE"
  }
}
