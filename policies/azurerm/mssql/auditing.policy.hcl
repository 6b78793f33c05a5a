# title: SQL servers keep an audit trail
# why: Without auditing nobody can tell afterwards who read or changed what.
# fix: Add azurerm_mssql_server_extended_auditing_policy for the server.
# severity: medium
# references: https://learn.microsoft.com/azure/azure-sql/database/auditing-overview
# aliases: CKV_AZURE_23
# tags: cis, logging, database

policy {}

resource_policy "azurerm_mssql_server" "auditing" {
  enforce {
    condition = (
      core::try(core::length(attrs.extended_auditing_policy), 0) > 0
      || core::length(core::getresources("azurerm_mssql_server_extended_auditing_policy", { server_id = core::try(attrs.id, null) })) > 0
    )
    error_message = "no azurerm_mssql_server_extended_auditing_policy for this server"
  }
}

resource_policy "azurerm_mssql_server_extended_auditing_policy" "auditing" {
  enforce {
    condition     = core::try(attrs.enabled, null) != false
    error_message = "`enabled` is false, must be true"
  }
}
