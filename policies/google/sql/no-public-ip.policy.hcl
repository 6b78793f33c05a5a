# title: Database instances have no public address
# why: With a public address the database is one leaked password or one wide authorized
#   network away from the internet.
# fix: Set `settings.ip_configuration.ipv4_enabled = false` and `private_network`, or use
#   Private Service Connect.
# severity: high
# references: https://cloud.google.com/sql/docs/mysql/configure-ip
#   https://cloud.google.com/sql/docs/mysql/private-ip
# aliases: CKV_GCP_60
# tags: cis, network, database

policy {}

resource_policy "google_sql_database_instance" "no-public-ip" {
  filter = core::try(core::length(attrs.settings), 0) > 0

  enforce {
    condition     = core::try(attrs.settings[0].ip_configuration[0].ipv4_enabled, null) == false
    error_message = "`settings.ip_configuration.ipv4_enabled` is ${core::valuetostring(core::try(attrs.settings[0].ip_configuration[0].ipv4_enabled, null))}, must be false"
  }
}
