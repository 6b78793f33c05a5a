# title: Premium registries answer to named networks only
# why: A stolen token works from anywhere while the registry answers to the whole internet.
# fix: Set `public_network_access_enabled = false` and use a private endpoint, or
#   `network_rule_set { default_action = "Deny" }`; both need the sku Premium.
# severity: low
# references: https://learn.microsoft.com/azure/container-registry/container-registry-access-selected-networks
# aliases: CKV_AZURE_139
# tags: network, supply-chain

policy {}

resource_policy "azurerm_container_registry" "network-restricted" {
  filter = core::try(core::lower(attrs.sku), "") == "premium"

  enforce {
    condition = (
      core::try(attrs.public_network_access_enabled, null) == false
      || core::try(core::lower(attrs.network_rule_set[0].default_action), "") == "deny"
    )
    error_message = "`public_network_access_enabled` must be false or `network_rule_set.default_action` Deny"
  }
}
