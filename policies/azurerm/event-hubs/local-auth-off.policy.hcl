# title: Event Hubs takes no shared keys
# why: A shared key does not expire and names nobody in the logs.
# fix: Set `local_auth_enabled = false` (Event Hubs: `local_authentication_enabled`) and grant
#   roles.
# severity: low
# references: https://learn.microsoft.com/azure/event-hubs/authenticate-shared-access-signature
# tags: iam

policy {}

resource_policy "azurerm_eventhub_namespace" "local-auth-off" {
  enforce {
    condition     = core::try(attrs.local_authentication_enabled, null) == false
    error_message = "`local_authentication_enabled` must be false"
  }
}
