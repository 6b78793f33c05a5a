# title: SQL servers have no public endpoint
# why: With a public endpoint the server is one leaked password and one wide firewall rule
#   away from the internet.
# fix: Set `public_network_access_enabled = false` and use a private endpoint.
# severity: medium
# references: https://learn.microsoft.com/azure/azure-sql/database/connectivity-settings
# aliases: CKV_AZURE_113
# tags: network, database

policy {}

resource_policy "azurerm_mssql_server" "no-public-access" {
  enforce {
    condition     = core::try(attrs.public_network_access_enabled, null) == false
    error_message = "`public_network_access_enabled` must be false"
  }
}
