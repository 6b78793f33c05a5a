# title: Key vaults deny networks by default
# why: Otherwise a stolen identity can read secrets from anywhere.
# fix: Add `network_acls { default_action = "Deny", bypass = "AzureServices" }`, or set
#   `public_network_access_enabled = false`.
# severity: medium
# references: https://learn.microsoft.com/azure/key-vault/general/network-security
# aliases: CKV_AZURE_109
# tags: network

policy {}

resource_policy "azurerm_key_vault" "network-default-deny" {
  enforce {
    condition = (
      core::try(core::lower(attrs.network_acls[0].default_action), "") == "deny"
      || core::try(attrs.public_network_access_enabled, null) == false
    )
    error_message = "`network_acls.default_action` is ${core::valuetostring(core::try(attrs.network_acls[0].default_action, null))}, must be Deny"
  }
}
