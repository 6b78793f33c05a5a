# title: Storage accounts deny networks by default
# why: Otherwise a leaked key or token works from anywhere.
# fix: Add `network_rules { default_action = "Deny" }` or
#   azurerm_storage_account_network_rules, or set `public_network_access_enabled = false`.
# severity: medium
# references: https://learn.microsoft.com/azure/storage/common/storage-network-security
# aliases: CKV_AZURE_35
# tags: cis, network, storage

policy {}

resource_policy "azurerm_storage_account" "network-default-deny" {
  enforce {
    condition = (
      core::try(core::lower(attrs.network_rules[0].default_action), "") == "deny"
      || core::try(attrs.public_network_access_enabled, null) == false
      || core::length(core::getresources("azurerm_storage_account_network_rules", { storage_account_id = core::try(attrs.id, null), default_action = "Deny" })) > 0
      || core::length(core::getresources("azurerm_storage_account_network_rules", { storage_account_name = core::try(attrs.name, null), default_action = "Deny" })) > 0
    )
    error_message = "`network_rules.default_action` is ${core::valuetostring(core::try(attrs.network_rules[0].default_action, null))}, must be Deny"
  }
}

resource_policy "azurerm_storage_account_network_rules" "network-default-deny" {
  enforce {
    condition     = core::try(core::lower(attrs.default_action), "") == "deny"
    error_message = "`default_action` is ${core::valuetostring(core::try(attrs.default_action, null))}, must be Deny"
  }
}
