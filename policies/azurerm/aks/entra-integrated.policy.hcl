# title: Clusters check identities with Entra ID
# why: Without it people share certificates that cannot be taken back.
# fix: Add `azure_active_directory_role_based_access_control { azure_rbac_enabled = true }`.
# severity: medium
# references: https://learn.microsoft.com/azure/aks/concepts-identity
# tags: iam

policy {}

resource_policy "azurerm_kubernetes_cluster" "entra-integrated" {
  enforce {
    condition = (
      core::try(core::length(attrs.azure_active_directory_role_based_access_control), 0) > 0
      || core::try(core::length(attrs.role_based_access_control[0].azure_active_directory), 0) > 0
    )
    error_message = "`azure_active_directory_role_based_access_control` must be set"
  }
}
