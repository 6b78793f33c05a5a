# title: Clusters use RBAC
# why: Without RBAC everyone who reaches the API server is an administrator.
# fix: Leave `role_based_access_control_enabled` at its default true.
# severity: high
# references: https://learn.microsoft.com/azure/aks/concepts-identity
# aliases: CKV_AZURE_5
# tags: iam

policy {}

resource_policy "azurerm_kubernetes_cluster" "rbac" {
  enforce {
    condition     = core::try(attrs.role_based_access_control_enabled, attrs.role_based_access_control[0].enabled, null) != false
    error_message = "`role_based_access_control_enabled` is false, must be true"
  }
}
