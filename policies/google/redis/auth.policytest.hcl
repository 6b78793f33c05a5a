policytest {
  targets = ["auth.policy.hcl"]
}

resource "google_redis_instance" "on" {
  attrs = {
    auth_enabled = true
  }
}

resource "google_redis_instance" "off" {
  expect_failure = true
  attrs = {
    auth_enabled = false
  }
}

resource "google_redis_instance" "default" {
  expect_failure = true
  attrs = {
    auth_enabled = null
  }
}

resource "google_redis_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["auth_enabled"]
  attrs = {
    name = "r"
  }
}
