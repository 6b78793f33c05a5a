# title: Clusters enforce Azure Policy
# why: The add-on refuses privileged pods and untrusted images when they are deployed.
# fix: Set `azure_policy_enabled = true`.
# severity: low
# references: https://learn.microsoft.com/azure/aks/use-azure-policy
# aliases: CKV_AZURE_116
# tags: supply-chain

policy {}

resource_policy "azurerm_kubernetes_cluster" "policy-addon" {
  enforce {
    condition = (
      core::try(attrs.azure_policy_enabled, null) == true
      || core::try(attrs.addon_profile[0].azure_policy[0].enabled, null) == true
    )
    error_message = "`azure_policy_enabled` must be true"
  }
}
