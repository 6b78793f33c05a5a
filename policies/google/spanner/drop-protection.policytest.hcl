policytest {
  targets = ["drop-protection.policy.hcl"]
}

resource "google_spanner_database" "on" {
  attrs = {
    enable_drop_protection = true
  }
}

resource "google_spanner_database" "off" {
  expect_failure = true
  attrs = {
    enable_drop_protection = false
  }
}

resource "google_spanner_database" "default" {
  expect_failure = true
  attrs = {
    enable_drop_protection = null
  }
}

resource "google_spanner_database" "known_after_apply" {
  expect_unknown = true
  unknown        = ["enable_drop_protection"]
  attrs = {
    name = "s"
  }
}
