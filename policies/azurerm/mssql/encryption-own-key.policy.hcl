# title: SQL servers are encrypted with a key of one's own
# why: Only with a key of your own can you take access to the data back.
# fix: Set `transparent_data_encryption_key_vault_key_id`, or `key_vault_key_id` of
#   azurerm_mssql_server_transparent_data_encryption.
# severity: low
# references: https://learn.microsoft.com/azure/azure-sql/database/transparent-data-encryption-byok-overview
# tags: cis, encryption, database

policy {}

resource_policy "azurerm_mssql_server" "encryption-own-key" {
  enforce {
    condition = (
      core::try(core::trimspace(attrs.transparent_data_encryption_key_vault_key_id), "") != ""
      || core::length(core::getresources("azurerm_mssql_server_transparent_data_encryption", { server_id = core::try(attrs.id, null) })) > 0
    )
    error_message = "`transparent_data_encryption_key_vault_key_id` must be set"
  }
}

resource_policy "azurerm_mssql_server_transparent_data_encryption" "encryption-own-key" {
  enforce {
    condition     = core::try(core::trimspace(attrs.key_vault_key_id), "") != ""
    error_message = "`key_vault_key_id` must be set"
  }
}
