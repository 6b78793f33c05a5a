policytest {
  targets = ["point-in-time-recovery.policy.hcl"]
}

resource "google_sql_database_instance" "postgres" {
  attrs = {
    settings         = [{ backup_configuration = [{ point_in_time_recovery_enabled = true, binary_log_enabled = null }] }]
    database_version = "POSTGRES_16"
  }
}

resource "google_sql_database_instance" "mysql" {
  attrs = {
    settings         = [{ backup_configuration = [{ point_in_time_recovery_enabled = null, binary_log_enabled = true }] }]
    database_version = "MYSQL_8_0"
  }
}

resource "google_sql_database_instance" "mysql_without_log" {
  expect_failure = true
  attrs = {
    settings         = [{ backup_configuration = [{ enabled = true, binary_log_enabled = false }] }]
    database_version = "MYSQL_8_0"
  }
}

resource "google_sql_database_instance" "postgres_with_binary_log" {
  expect_failure = true
  attrs = {
    settings         = [{ backup_configuration = [{ point_in_time_recovery_enabled = false, binary_log_enabled = true }] }]
    database_version = "POSTGRES_16"
  }
}

resource "google_sql_database_instance" "without_block" {
  expect_failure = true
  attrs = {
    settings         = [{ backup_configuration = [] }]
    database_version = "POSTGRES_16"
  }
}

resource "google_sql_database_instance" "replica" {
  attrs = {
    settings             = [{ backup_configuration = [] }]
    database_version     = "POSTGRES_16"
    master_instance_name = "primary"
  }
}

resource "google_sql_database_instance" "clone" {
  attrs = {
    settings             = []
    database_version     = "POSTGRES_16"
    master_instance_name = null
  }
}

resource "google_sql_database_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["settings.0.backup_configuration"]
  attrs = {
    settings         = [{ tier = "x" }]
    database_version = "POSTGRES_16"
  }
}
