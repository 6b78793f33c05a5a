# title: AI services take no keys
# why: A key does not expire, is copied into code and names nobody in the logs.
# fix: Set `local_auth_enabled = false` and grant roles.
# severity: low
# references: https://learn.microsoft.com/azure/ai-services/disable-local-auth
# aliases: CKV_AZURE_236
# tags: iam

policy {}

resource_policy "azurerm_cognitive_account" "local-auth-off" {
  enforce {
    condition     = core::try(attrs.local_auth_enabled, null) == false
    error_message = "`local_auth_enabled` must be false"
  }
}
