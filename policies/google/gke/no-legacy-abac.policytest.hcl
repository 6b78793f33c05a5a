policytest {
  targets = ["no-legacy-abac.policy.hcl"]
}

resource "google_container_cluster" "off" {
  attrs = {
    enable_legacy_abac = false
  }
}

resource "google_container_cluster" "default" {
  attrs = {
    enable_legacy_abac = null
  }
}

resource "google_container_cluster" "on" {
  expect_failure = true
  attrs = {
    enable_legacy_abac = true
  }
}

resource "google_container_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["enable_legacy_abac"]
  attrs = {
    name = "c"
  }
}
