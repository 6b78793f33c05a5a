# title: Registries ask who pulls
# why: Images hold code, configuration and often secrets.
# fix: Remove `anonymous_pull_enabled = true`.
# severity: high
# references: https://learn.microsoft.com/azure/container-registry/anonymous-pull-access
# aliases: CKV_AZURE_138
# tags: iam, supply-chain

policy {}

resource_policy "azurerm_container_registry" "anonymous-pull-off" {
  enforce {
    condition     = core::try(attrs.anonymous_pull_enabled, null) != true
    error_message = "`anonymous_pull_enabled` is true, must be false"
  }
}
