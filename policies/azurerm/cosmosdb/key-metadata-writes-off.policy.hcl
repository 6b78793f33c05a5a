# title: Account keys cannot change databases and containers
# why: With an account key anyone may delete containers or raise throughput, past roles and
#   locks.
# fix: Set `access_key_metadata_writes_enabled = false`.
# severity: low
# references: https://learn.microsoft.com/azure/cosmos-db/audit-control-plane-logs
# aliases: CKV_AZURE_132
# tags: iam, database

policy {}

resource_policy "azurerm_cosmosdb_account" "key-metadata-writes-off" {
  enforce {
    condition     = core::try(attrs.access_key_metadata_writes_enabled, null) == false
    error_message = "`access_key_metadata_writes_enabled` must be false"
  }
}
