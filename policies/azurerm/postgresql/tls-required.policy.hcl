# title: PostgreSQL servers accept encrypted connections only
# why: Otherwise clients may send passwords and rows in plain text, and nobody notices.
# fix: Leave the server parameter `require_secure_transport` at its default on; for single
#   servers set `ssl_enforcement_enabled = true`.
# severity: high
# references: https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-networking-ssl-tls
# aliases: CKV_AZURE_29
# tags: cis, encryption, database

policy {}

resource_policy "azurerm_postgresql_server" "tls-required" {
  enforce {
    condition     = core::try(attrs.ssl_enforcement_enabled, null) == true
    error_message = "`ssl_enforcement_enabled` must be true"
  }
}

resource_policy "azurerm_postgresql_flexible_server_configuration" "tls-required" {
  filter = core::try(core::lower(attrs.name), "") == "require_secure_transport"

  enforce {
    condition     = core::contains(["on", "1", "true"], core::try(core::lower(attrs.value), ""))
    error_message = "`value` of require_secure_transport is ${attrs.value}, must be on"
  }
}
