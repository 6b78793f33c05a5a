policytest {
  targets = ["deletion-protection.policy.hcl"]
}

resource "google_spanner_database" "on" {
  attrs = {
    deletion_protection = true
  }
}

resource "google_spanner_database" "default" {
  attrs = {
    deletion_protection = null
  }
}

resource "google_spanner_database" "off" {
  expect_failure = true
  attrs = {
    deletion_protection = false
  }
}

resource "google_spanner_database" "known_after_apply" {
  expect_unknown = true
  unknown        = ["deletion_protection"]
  attrs = {
    name = "s"
  }
}
