policytest {
  targets = ["mysql-local-infile-off.policy.hcl"]
}

resource "google_sql_database_instance" "off" {
  attrs = {
    database_version = "MYSQL_8_0"
    settings         = [{ database_flags = [{ name = "local_infile", value = "off" }] }]
  }
}

resource "google_sql_database_instance" "on" {
  expect_failure = true
  attrs = {
    database_version = "MYSQL_8_0"
    settings         = [{ database_flags = [{ name = "local_infile", value = "on" }] }]
  }
}

resource "google_sql_database_instance" "default" {
  expect_failure = true
  attrs = {
    database_version = "MYSQL_8_0"
    settings         = [{ database_flags = [] }]
  }
}

resource "google_sql_database_instance" "postgres" {
  attrs = {
    database_version = "POSTGRES_16"
    settings         = [{ database_flags = [] }]
  }
}

resource "google_sql_database_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["settings.0.database_flags.0.value"]
  attrs = {
    database_version = "MYSQL_8_0"
    settings         = [{ database_flags = [{ name = "local_infile", value = "off" }] }]
  }
}
