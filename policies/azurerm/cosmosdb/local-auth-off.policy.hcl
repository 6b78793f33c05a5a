# title: Cosmos DB takes no account keys
# why: An account key opens every database, does not expire and names nobody in the logs.
# fix: Set `local_authentication_disabled = true` and grant roles (API for NoSQL).
# severity: low
# references: https://learn.microsoft.com/azure/cosmos-db/security
# aliases: CKV_AZURE_140
# tags: iam, database

policy {}

resource_policy "azurerm_cosmosdb_account" "local-auth-off" {
  filter = core::contains(["", "GlobalDocumentDB"], core::try(core::trimspace(attrs.kind), "")) && core::alltrue([for c in core::try(attrs.capabilities[*], []) : !core::contains(["EnableCassandra", "EnableGremlin", "EnableTable", "EnableMongo"], core::try(c.name, ""))])

  enforce {
    condition     = core::try(attrs.local_authentication_disabled, null) == true
    error_message = "`local_authentication_disabled` must be true"
  }
}
