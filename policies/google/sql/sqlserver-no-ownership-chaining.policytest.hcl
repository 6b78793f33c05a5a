policytest {
  targets = ["sqlserver-no-ownership-chaining.policy.hcl"]
}

resource "google_sql_database_instance" "off" {
  attrs = {
    database_version = "SQLSERVER_2019_STANDARD"
    settings         = [{ database_flags = [{ name = "cross db ownership chaining", value = "off" }] }]
  }
}

resource "google_sql_database_instance" "default" {
  attrs = {
    database_version = "SQLSERVER_2019_STANDARD"
    settings         = [{ database_flags = [] }]
  }
}

resource "google_sql_database_instance" "on" {
  expect_failure = true
  attrs = {
    database_version = "SQLSERVER_2019_STANDARD"
    settings         = [{ database_flags = [{ name = "cross db ownership chaining", value = "on" }] }]
  }
}

resource "google_sql_database_instance" "mysql" {
  attrs = {
    database_version = "MYSQL_8_0"
    settings         = [{ database_flags = [{ name = "cross db ownership chaining", value = "on" }] }]
  }
}

resource "google_sql_database_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["settings.0.database_flags.0.value"]
  attrs = {
    database_version = "SQLSERVER_2019_STANDARD"
    settings         = [{ database_flags = [{ name = "cross db ownership chaining", value = "off" }] }]
  }
}
