policytest {
  targets = ["postgres-log-connections.policy.hcl"]
}

resource "google_sql_database_instance" "both" {
  attrs = {
    database_version = "POSTGRES_16"
    settings         = [{ database_flags = [{ name = "log_connections", value = "on" }, { name = "log_disconnections", value = "on" }] }]
  }
}

resource "google_sql_database_instance" "connections_only" {
  expect_failure = true
  attrs = {
    database_version = "POSTGRES_16"
    settings         = [{ database_flags = [{ name = "log_connections", value = "on" }] }]
  }
}

resource "google_sql_database_instance" "disconnections_only" {
  expect_failure = true
  attrs = {
    database_version = "POSTGRES_16"
    settings         = [{ database_flags = [{ name = "log_disconnections", value = "on" }] }]
  }
}

resource "google_sql_database_instance" "off" {
  expect_failure = true
  attrs = {
    database_version = "POSTGRES_16"
    settings         = [{ database_flags = [{ name = "log_connections", value = "off" }, { name = "log_disconnections", value = "on" }] }]
  }
}

resource "google_sql_database_instance" "default" {
  expect_failure = true
  attrs = {
    database_version = "POSTGRES_16"
    settings         = [{ database_flags = [] }]
  }
}

resource "google_sql_database_instance" "mysql" {
  attrs = {
    database_version = "MYSQL_8_0"
    settings         = [{ database_flags = [] }]
  }
}

resource "google_sql_database_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["settings.0.database_flags.1.value"]
  attrs = {
    database_version = "POSTGRES_16"
    settings         = [{ database_flags = [{ name = "log_connections", value = "on" }, { name = "log_disconnections", value = "on" }] }]
  }
}
