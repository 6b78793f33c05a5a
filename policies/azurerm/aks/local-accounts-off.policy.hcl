# title: Clusters have no local accounts
# why: The local administrator is a shared certificate past Entra ID, its conditions and its
#   logs.
# fix: Set `local_account_disabled = true`; this needs the integration with Entra ID.
# severity: medium
# references: https://learn.microsoft.com/azure/aks/concepts-identity
# aliases: CKV_AZURE_141
# tags: iam

policy {}

resource_policy "azurerm_kubernetes_cluster" "local-accounts-off" {
  enforce {
    condition     = core::try(attrs.local_account_disabled, null) == true
    error_message = "`local_account_disabled` must be true"
  }
}
