policytest {
  targets = ["tls-required.policy.hcl"]
}

resource "google_sql_database_instance" "encrypted" {
  attrs = {
    settings = [{ ip_configuration = [{ ssl_mode = "ENCRYPTED_ONLY", require_ssl = null }] }]
  }
}

resource "google_sql_database_instance" "client_certificates" {
  attrs = {
    settings = [{ ip_configuration = [{ ssl_mode = "TRUSTED_CLIENT_CERTIFICATE_REQUIRED" }] }]
  }
}

resource "google_sql_database_instance" "old_name" {
  attrs = {
    settings = [{ ip_configuration = [{ require_ssl = true }] }]
  }
}

resource "google_sql_database_instance" "old_name_and_mode_left_out" {
  unknown = ["settings.0.ip_configuration.0.ssl_mode"]
  attrs = {
    settings = [{ ip_configuration = [{ require_ssl = true }] }]
  }
}

resource "google_sql_database_instance" "either" {
  expect_failure = true
  attrs = {
    settings = [{ ip_configuration = [{ ssl_mode = "ALLOW_UNENCRYPTED_AND_ENCRYPTED" }] }]
  }
}

resource "google_sql_database_instance" "old_default" {
  expect_failure = true
  attrs = {
    settings = [{ ip_configuration = [{ require_ssl = null }] }]
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
  unknown        = ["settings.0.ip_configuration.0.ssl_mode"]
  attrs = {
    settings = [{ ip_configuration = [{ require_ssl = null }] }]
  }
}
