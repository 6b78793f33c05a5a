policytest {
  targets = ["load-balancer-ssl-policy.policy.hcl"]
}

resource "google_compute_target_https_proxy" "named" {
  attrs = {
    ssl_policy = "projects/p/global/sslPolicies/strong"
  }
}

resource "google_compute_target_https_proxy" "default" {
  expect_failure = true
  attrs = {
    ssl_policy = null
  }
}

resource "google_compute_target_https_proxy" "empty" {
  expect_failure = true
  attrs = {
    ssl_policy = ""
  }
}

resource "google_compute_target_https_proxy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["ssl_policy"]
  attrs = {
    name = "a"
  }
}

resource "google_compute_target_ssl_proxy" "named" {
  attrs = {
    ssl_policy = "projects/p/global/sslPolicies/strong"
  }
}

resource "google_compute_target_ssl_proxy" "default" {
  expect_failure = true
  attrs = {
    ssl_policy = null
  }
}

resource "google_compute_target_ssl_proxy" "empty" {
  expect_failure = true
  attrs = {
    ssl_policy = ""
  }
}

resource "google_compute_target_ssl_proxy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["ssl_policy"]
  attrs = {
    name = "a"
  }
}

resource "google_compute_region_target_https_proxy" "named" {
  attrs = {
    ssl_policy = "projects/p/global/sslPolicies/strong"
  }
}

resource "google_compute_region_target_https_proxy" "default" {
  expect_failure = true
  attrs = {
    ssl_policy = null
  }
}

resource "google_compute_region_target_https_proxy" "empty" {
  expect_failure = true
  attrs = {
    ssl_policy = ""
  }
}

resource "google_compute_region_target_https_proxy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["ssl_policy"]
  attrs = {
    name = "a"
  }
}
