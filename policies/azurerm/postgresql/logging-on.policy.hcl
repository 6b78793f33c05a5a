# title: PostgreSQL servers log connections and checkpoints
# why: Without these logs nobody can tell who was connected when, or why the server was slow.
# fix: Set the server parameters `log_checkpoints`, `log_connections`, `log_disconnections`
#   and `connection_throttling` to on.
# severity: low
# references: https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-logging
# aliases: CKV_AZURE_30, CKV_AZURE_31, CKV_AZURE_32
# tags: cis, logging, database

policy {}

resource_policy "azurerm_postgresql_configuration" "logging-on" {
  filter = core::contains(["log_checkpoints", "log_connections", "log_disconnections", "connection_throttling", "connection_throttle.enable"], core::try(core::lower(attrs.name), ""))

  enforce {
    condition     = core::contains(["on", "1", "true"], core::try(core::lower(attrs.value), ""))
    error_message = "`value` of ${attrs.name} is ${attrs.value}, must be on"
  }
}

resource_policy "azurerm_postgresql_flexible_server_configuration" "logging-on" {
  filter = core::contains(["log_checkpoints", "log_connections", "log_disconnections", "connection_throttling", "connection_throttle.enable"], core::try(core::lower(attrs.name), ""))

  enforce {
    condition     = core::contains(["on", "1", "true"], core::try(core::lower(attrs.value), ""))
    error_message = "`value` of ${attrs.name} is ${attrs.value}, must be on"
  }
}
