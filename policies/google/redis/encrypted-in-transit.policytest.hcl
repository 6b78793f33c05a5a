policytest {
  targets = ["encrypted-in-transit.policy.hcl"]
}

resource "google_redis_instance" "on" {
  attrs = {
    transit_encryption_mode = "SERVER_AUTHENTICATION"
  }
}

resource "google_redis_instance" "off" {
  expect_failure = true
  attrs = {
    transit_encryption_mode = "DISABLED"
  }
}

resource "google_redis_instance" "default" {
  expect_failure = true
  attrs = {
    transit_encryption_mode = null
  }
}

resource "google_redis_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["transit_encryption_mode"]
  attrs = {
    name = "r"
  }
}

resource "google_redis_cluster" "on" {
  attrs = {
    transit_encryption_mode = "TRANSIT_ENCRYPTION_MODE_SERVER_AUTHENTICATION"
  }
}

resource "google_redis_cluster" "off" {
  expect_failure = true
  attrs = {
    transit_encryption_mode = "TRANSIT_ENCRYPTION_MODE_DISABLED"
  }
}

resource "google_redis_cluster" "default" {
  expect_failure = true
  attrs = {
    transit_encryption_mode = null
  }
}

resource "google_redis_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["transit_encryption_mode"]
  attrs = {
    name = "r"
  }
}
