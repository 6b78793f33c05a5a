# title: SQL audit logs are kept long enough
# why: Attacks are often found months later, when short logs are gone.
# fix: Set `retention_in_days` to 0 (for ever) or at least the input `audit-retention-min`.
# severity: low
# references: https://learn.microsoft.com/azure/azure-sql/database/auditing-overview
# aliases: CKV_AZURE_24
# tags: cis, logging, database

policy {}

input "audit-retention-min" {
  type        = number
  default     = 91
  description = "Fewest days that audit logs of SQL servers are kept; 0 days means for ever"
}

resource_policy "azurerm_mssql_server_extended_auditing_policy" "audit-retention" {
  enforce {
    condition     = core::try(attrs.retention_in_days + 0, 0) == 0 || core::try(attrs.retention_in_days + 0, 0) >= input.audit-retention-min
    error_message = "`retention_in_days` is ${attrs.retention_in_days}, must be 0 or at least ${input.audit-retention-min}"
  }
}

resource_policy "azurerm_mssql_database_extended_auditing_policy" "audit-retention" {
  enforce {
    condition     = core::try(attrs.retention_in_days + 0, 0) == 0 || core::try(attrs.retention_in_days + 0, 0) >= input.audit-retention-min
    error_message = "`retention_in_days` is ${attrs.retention_in_days}, must be 0 or at least ${input.audit-retention-min}"
  }
}
