policytest {
  targets = ["versioning.policy.hcl"]
}

resource "google_storage_bucket" "versioned" {
  attrs = {
    versioning       = [{ enabled = true }]
    retention_policy = []
  }
}

resource "google_storage_bucket" "off" {
  expect_failure = true
  attrs = {
    versioning       = [{ enabled = false }]
    retention_policy = []
  }
}

resource "google_storage_bucket" "default" {
  expect_failure = true
  attrs = {
    versioning       = []
    retention_policy = []
  }
}

resource "google_storage_bucket" "retained" {
  attrs = {
    versioning       = []
    retention_policy = [{ is_locked = false, retention_period = 86400 }]
  }
}

resource "google_storage_bucket" "known_after_apply" {
  expect_unknown = true
  unknown        = ["versioning.0.enabled"]
  attrs = {
    versioning = [{ enabled = true }]
  }
}
