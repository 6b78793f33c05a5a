# title: Registries have no administrator password
# why: One shared password may pull and push everything, and the logs do not say who did.
# fix: Remove `admin_enabled = true`; grant AcrPull and AcrPush to identities.
# severity: high
# references: https://learn.microsoft.com/azure/container-registry/container-registry-authentication
# aliases: CKV_AZURE_137
# tags: iam, supply-chain

policy {}

resource_policy "azurerm_container_registry" "admin-off" {
  enforce {
    condition     = core::try(attrs.admin_enabled, null) != true
    error_message = "`admin_enabled` is true, must be false"
  }
}
