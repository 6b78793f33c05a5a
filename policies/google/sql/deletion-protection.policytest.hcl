policytest {
  targets = ["deletion-protection.policy.hcl"]
}

resource "google_sql_database_instance" "protected" {
  attrs = {
    deletion_protection = true
  }
}

resource "google_sql_database_instance" "default" {
  attrs = {
    deletion_protection = null
  }
}

resource "google_sql_database_instance" "protected_in_the_cloud" {
  attrs = {
    deletion_protection = false
    settings            = [{ deletion_protection_enabled = true }]
  }
}

resource "google_sql_database_instance" "off" {
  expect_failure = true
  attrs = {
    deletion_protection = false
    settings            = [{ deletion_protection_enabled = null }]
  }
}

resource "google_sql_database_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["deletion_protection"]
  attrs = {
    settings = []
  }
}
