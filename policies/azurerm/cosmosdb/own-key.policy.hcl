# title: Cosmos DB is encrypted with a key of one's own
# why: Only with a key of your own can you take access to the data back; it can be chosen at
#   creation only.
# fix: Set `key_vault_key_id`.
# severity: low
# references: https://learn.microsoft.com/azure/cosmos-db/how-to-setup-customer-managed-keys
# aliases: CKV_AZURE_100
# tags: encryption, database

policy {}

resource_policy "azurerm_cosmosdb_account" "own-key" {
  enforce {
    condition = (
      core::try(core::trimspace(attrs.key_vault_key_id), "") != ""
      || core::try(core::trimspace(attrs.managed_hsm_key_id), "") != ""
    )
    error_message = "`key_vault_key_id` must be set"
  }
}
