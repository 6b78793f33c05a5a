# title: Databases accept encrypted connections only
# why: Otherwise clients may send passwords and rows in plain text, and nobody notices.
# fix: Set `settings.ip_configuration.ssl_mode = "ENCRYPTED_ONLY"` or
#   `"TRUSTED_CLIENT_CERTIFICATE_REQUIRED"`; before version 5.15 of the provider `require_ssl =
#   true`.
# severity: high
# references: https://cloud.google.com/sql/docs/postgres/configure-ssl-instance
# aliases: CKV_GCP_6
# tags: cis, encryption, database

policy {}

resource_policy "google_sql_database_instance" "tls-required" {
  filter = core::try(core::length(attrs.settings), 0) > 0

  enforce {
    condition = (
      core::contains(["ENCRYPTED_ONLY", "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"], core::try(core::trimspace(attrs.settings[0].ip_configuration[0].ssl_mode), ""))
      || core::try(attrs.settings[0].ip_configuration[0].require_ssl, null) == true
    )
    error_message = "`settings.ip_configuration.ssl_mode` is ${core::valuetostring(core::try(attrs.settings[0].ip_configuration[0].ssl_mode, null))}, must be ENCRYPTED_ONLY or TRUSTED_CLIENT_CERTIFICATE_REQUIRED"
  }
}
