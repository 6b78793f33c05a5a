# title: Service Bus answers to named networks only
# why: A leaked key works from anywhere while the namespace answers to the whole internet.
# fix: Set `public_network_access_enabled = false` and use a private endpoint, or deny by
#   default in the network rules.
# severity: low
# references: https://learn.microsoft.com/azure/service-bus-messaging/private-link-service
# aliases: CKV_AZURE_204
# tags: network

policy {}

resource_policy "azurerm_servicebus_namespace" "network-restricted" {
  filter = core::try(core::lower(attrs.sku), "") == "premium"

  enforce {
    condition = (
      core::try(attrs.public_network_access_enabled, null) == false
      || core::try(core::lower(attrs.network_rule_set[0].default_action), "") == "deny"
      || core::try(core::lower(attrs.network_rulesets[0].default_action), "") == "deny"
    )
    error_message = "`public_network_access_enabled` must be false or the network rules deny by default"
  }
}
