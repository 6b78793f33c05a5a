# title: PostgreSQL servers accept TLS 1.2 and newer
# why: Older versions of TLS have known flaws and can be forced on clients.
# fix: For single servers set `ssl_minimal_tls_version_enforced = "TLS1_2"`; leave
#   `ssl_min_protocol_version` at TLSv1.2 or newer.
# severity: medium
# references: https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-networking-ssl-tls
# aliases: CKV_AZURE_147
# tags: encryption, database

policy {}

resource_policy "azurerm_postgresql_server" "min-tls" {
  enforce {
    condition     = core::try(core::trimspace(attrs.ssl_minimal_tls_version_enforced), "") == "TLS1_2"
    error_message = "`ssl_minimal_tls_version_enforced` is ${core::valuetostring(core::try(attrs.ssl_minimal_tls_version_enforced, null))}, must be TLS1_2"
  }
}

resource_policy "azurerm_postgresql_flexible_server_configuration" "min-tls" {
  filter = core::try(core::lower(attrs.name), "") == "ssl_min_protocol_version"

  enforce {
    condition     = !core::anytrue([for v in core::split(",", core::try(core::lower(attrs.value), "")) : core::contains(["tlsv1", "tlsv1.0", "tlsv1.1"], core::trimspace(v))])
    error_message = "`value` is ${attrs.value}, must be TLSv1.2 or newer"
  }
}
