# title: AI services answer to named networks only
# why: A leaked key spends your money and reads your data from anywhere.
# fix: Set `public_network_access_enabled = false` and use a private endpoint, or
#   `network_acls { default_action = "Deny" }`.
# severity: medium
# references: https://learn.microsoft.com/azure/ai-services/cognitive-services-virtual-networks
# aliases: CKV_AZURE_134
# tags: network

policy {}

resource_policy "azurerm_cognitive_account" "network-restricted" {
  enforce {
    condition = (
      core::try(attrs.public_network_access_enabled, null) == false
      || core::try(core::lower(attrs.network_acls[0].default_action), "") == "deny"
    )
    error_message = "`public_network_access_enabled` must be false or `network_acls.default_action` Deny"
  }
}
