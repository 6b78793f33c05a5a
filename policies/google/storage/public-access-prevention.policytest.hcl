policytest {
  targets = ["public-access-prevention.policy.hcl"]
}

resource "google_storage_bucket" "enforced" {
  attrs = {
    public_access_prevention = "enforced"
  }
}

resource "google_storage_bucket" "inherited" {
  expect_failure = true
  attrs = {
    public_access_prevention = "inherited"
  }
}

resource "google_storage_bucket" "default" {
  expect_failure = true
  attrs = {
    public_access_prevention = null
  }
}

resource "google_storage_bucket" "known_after_apply" {
  expect_unknown = true
  unknown        = ["public_access_prevention"]
  attrs = {
    name = "b"
  }
}
