# title: Service Bus takes no shared keys
# why: A shared key does not expire and names nobody in the logs.
# fix: Set `local_auth_enabled = false` (Event Hubs: `local_authentication_enabled`) and grant
#   roles.
# severity: low
# references: https://learn.microsoft.com/azure/service-bus-messaging/disable-local-authentication
# aliases: CKV_AZURE_203
# tags: iam

policy {}

resource_policy "azurerm_servicebus_namespace" "local-auth-off" {
  enforce {
    condition     = core::try(attrs.local_auth_enabled, null) == false
    error_message = "`local_auth_enabled` must be false"
  }
}
