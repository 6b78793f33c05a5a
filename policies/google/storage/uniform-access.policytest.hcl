policytest {
  targets = ["uniform-access.policy.hcl"]
}

resource "google_storage_bucket" "uniform" {
  attrs = {
    uniform_bucket_level_access = true
  }
}

resource "google_storage_bucket" "old_name" {
  attrs = {
    bucket_policy_only = true
  }
}

resource "google_storage_bucket" "with_acls" {
  expect_failure = true
  attrs = {
    uniform_bucket_level_access = false
  }
}

resource "google_storage_bucket" "default" {
  expect_failure = true
  attrs = {
    uniform_bucket_level_access = null
  }
}

resource "google_storage_bucket" "known_after_apply" {
  expect_unknown = true
  unknown        = ["uniform_bucket_level_access"]
  attrs = {
    name = "b"
  }
}
