policytest {
  targets = ["table-deletion-protection.policy.hcl"]
}

resource "google_bigquery_table" "on" {
  attrs = {
    deletion_protection = true
  }
}

resource "google_bigquery_table" "default" {
  attrs = {
    deletion_protection = null
  }
}

resource "google_bigquery_table" "off" {
  expect_failure = true
  attrs = {
    deletion_protection = false
  }
}

resource "google_bigquery_table" "known_after_apply" {
  expect_unknown = true
  unknown        = ["deletion_protection"]
  attrs = {
    table_id = "t"
  }
}
