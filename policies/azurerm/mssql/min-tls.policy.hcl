# title: SQL servers accept TLS 1.2 and newer
# why: Older versions of TLS have known flaws and can be forced on clients.
# fix: Set `minimum_tls_version = "1.2"`.
# severity: medium
# references: https://learn.microsoft.com/azure/azure-sql/database/connectivity-settings
# aliases: CKV_AZURE_52
# tags: encryption, database

policy {}

resource_policy "azurerm_mssql_server" "min-tls" {
  enforce {
    condition     = core::contains(["1.2", "1.3"], core::try(core::trimspace(attrs.minimum_tls_version), ""))
    error_message = "`minimum_tls_version` is ${core::valuetostring(core::try(attrs.minimum_tls_version, null))}, must be 1.2"
  }
}

resource_policy "azurerm_mssql_managed_instance" "min-tls" {
  enforce {
    condition     = core::contains(["1.2", "1.3"], core::try(core::trimspace(attrs.minimum_tls_version), ""))
    error_message = "`minimum_tls_version` is ${core::valuetostring(core::try(attrs.minimum_tls_version, null))}, must be 1.2"
  }
}
