# title: Cosmos DB answers to named networks only
# why: A leaked key works from anywhere while the account answers to the whole internet.
# fix: Set `public_network_access_enabled = false`, or `is_virtual_network_filter_enabled =
#   true`, or `ip_range_filter`.
# severity: high
# references: https://learn.microsoft.com/azure/cosmos-db/how-to-configure-firewall
# aliases: CKV_AZURE_99
# tags: network, database

policy {}

# `ip_range_filter` is a string with commas before version 4 of the provider, and a set since.
resource_policy "azurerm_cosmosdb_account" "network-restricted" {
  enforce {
    condition = (
      core::try(attrs.public_network_access_enabled, null) == false
      || core::try(attrs.is_virtual_network_filter_enabled, null) == true
      || core::try(core::length(attrs.ip_range_filter), 0) > 0
    )
    error_message = "`public_network_access_enabled` must be false, or `is_virtual_network_filter_enabled` or `ip_range_filter` set"
  }
}
