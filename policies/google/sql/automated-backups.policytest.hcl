policytest {
  targets = ["automated-backups.policy.hcl"]
}

resource "google_sql_database_instance" "backed_up" {
  attrs = {
    settings = [{ backup_configuration = [{ enabled = true }] }]
  }
}

resource "google_sql_database_instance" "new_and_backed_up" {
  unknown = ["master_instance_name"]
  attrs = {
    settings = [{ backup_configuration = [{ enabled = true }] }]
  }
}

resource "google_sql_database_instance" "off" {
  expect_failure = true
  attrs = {
    settings             = [{ backup_configuration = [{ enabled = false }] }]
    master_instance_name = ""
  }
}

resource "google_sql_database_instance" "default" {
  expect_failure = true
  attrs = {
    settings             = [{ backup_configuration = [{ enabled = null }] }]
    master_instance_name = null
  }
}

resource "google_sql_database_instance" "without_block" {
  expect_failure = true
  attrs = {
    settings = [{ backup_configuration = [] }]
  }
}

resource "google_sql_database_instance" "replica" {
  attrs = {
    settings             = [{ backup_configuration = [] }]
    master_instance_name = "primary"
  }
}

resource "google_sql_database_instance" "clone" {
  attrs = {
    settings             = []
    master_instance_name = null
  }
}

resource "google_sql_database_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["settings.0.backup_configuration"]
  attrs = {
    settings             = [{ tier = "x" }]
    master_instance_name = ""
  }
}
