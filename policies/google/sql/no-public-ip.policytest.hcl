policytest {
  targets = ["no-public-ip.policy.hcl"]
}

resource "google_sql_database_instance" "private" {
  attrs = {
    settings = [{ ip_configuration = [{ ipv4_enabled = false }] }]
  }
}

resource "google_sql_database_instance" "public" {
  expect_failure = true
  attrs = {
    settings = [{ ip_configuration = [{ ipv4_enabled = true }] }]
  }
}

resource "google_sql_database_instance" "default" {
  expect_failure = true
  attrs = {
    settings = [{ ip_configuration = [{ ipv4_enabled = null }] }]
  }
}

resource "google_sql_database_instance" "without_block" {
  expect_failure = true
  attrs = {
    settings = [{ ip_configuration = [] }]
  }
}

resource "google_sql_database_instance" "clone" {
  attrs = {
    settings = []
  }
}

resource "google_sql_database_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["settings.0.ip_configuration"]
  attrs = {
    settings = [{ tier = "db-f1-micro" }]
  }
}
