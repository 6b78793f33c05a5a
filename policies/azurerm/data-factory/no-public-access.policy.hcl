# title: Data factories have no public endpoint
# why: A data factory holds connections to everything that it copies from and to.
# fix: Set `public_network_enabled = false` and use private endpoints.
# severity: medium
# references: https://learn.microsoft.com/azure/data-factory/data-factory-private-link
# aliases: CKV_AZURE_104
# tags: network

policy {}

resource_policy "azurerm_data_factory" "no-public-access" {
  enforce {
    condition     = core::try(attrs.public_network_enabled, null) == false
    error_message = "`public_network_enabled` must be false"
  }
}
