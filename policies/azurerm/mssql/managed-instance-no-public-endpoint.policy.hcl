# title: SQL managed instances have no public endpoint
# why: A managed instance lives in a network; the public endpoint opens it to the internet.
# fix: Remove `public_data_endpoint_enabled = true`.
# severity: high
# references: https://learn.microsoft.com/azure/azure-sql/managed-instance/public-endpoint-configure
# tags: network, database

policy {}

resource_policy "azurerm_mssql_managed_instance" "managed-instance-no-public-endpoint" {
  enforce {
    condition     = core::try(attrs.public_data_endpoint_enabled, null) != true
    error_message = "`public_data_endpoint_enabled` is true, must be false"
  }
}
