policytest {
  targets = ["not-open-to-world.policy.hcl"]
}

resource "google_sql_database_instance" "office" {
  attrs = {
    settings = [{ ip_configuration = [{ authorized_networks = [{ name = "office", value = "203.0.113.7/32" }] }] }]
  }
}

resource "google_sql_database_instance" "none" {
  attrs = {
    settings = [{ ip_configuration = [{ authorized_networks = [] }] }]
  }
}

resource "google_sql_database_instance" "without_block" {
  attrs = {
    settings = [{ ip_configuration = [] }]
  }
}

resource "google_sql_database_instance" "world" {
  expect_failure = true
  attrs = {
    settings = [{ ip_configuration = [{ authorized_networks = [{ name = "office", value = "203.0.113.7/32" }, { name = "all", value = "0.0.0.0/0" }] }] }]
  }
}

resource "google_sql_database_instance" "world_six" {
  expect_failure = true
  attrs = {
    settings = [{ ip_configuration = [{ authorized_networks = [{ name = "all", value = "::/0" }] }] }]
  }
}

resource "google_sql_database_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["settings.0.ip_configuration.0.authorized_networks.0.value"]
  attrs = {
    settings = [{ ip_configuration = [{ authorized_networks = [{ name = "office", value = "x" }] }] }]
  }
}
