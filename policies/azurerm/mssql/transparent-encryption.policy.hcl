# title: SQL databases are encrypted at rest
# why: Files and backups could be read by whoever gets hold of the disks.
# fix: Leave `transparent_data_encryption_enabled` at its default true.
# severity: high
# references: https://learn.microsoft.com/azure/azure-sql/database/transparent-data-encryption-tde-overview
# aliases: CKV2_AZURE_25
# tags: encryption, database

policy {}

resource_policy "azurerm_mssql_database" "transparent-encryption" {
  enforce {
    condition     = core::try(attrs.transparent_data_encryption_enabled, null) != false
    error_message = "`transparent_data_encryption_enabled` is false, must be true"
  }
}
