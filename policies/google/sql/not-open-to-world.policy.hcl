# title: Databases accept no connection from everywhere
# why: An authorized network of /0 lets the whole internet try passwords.
# fix: Remove the `authorized_networks` entry that ends in /0; name the addresses that need
#   access, or use the Cloud SQL Auth Proxy.
# severity: critical
# references: https://cloud.google.com/sql/docs/mysql/authorize-networks
# aliases: CKV_GCP_11
# tags: cis, network, database

policy {}

resource_policy "google_sql_database_instance" "not-open-to-world" {
  enforce {
    condition     = core::alltrue([for n in core::try(attrs.settings[0].ip_configuration[0].authorized_networks[*], []) : !core::endswith(core::try(core::trimspace(n.value), ""), "/0")])
    error_message = "`settings.ip_configuration.authorized_networks` holds a range of /0, must name the addresses that need access"
  }
}
