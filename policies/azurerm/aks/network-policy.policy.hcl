# title: Clusters enforce network policies
# why: Without enforcement every pod may talk to every other, and NetworkPolicy objects do
#   nothing.
# fix: Set `network_profile { network_policy = "cilium" }`, or "azure" or "calico".
# severity: medium
# references: https://learn.microsoft.com/azure/aks/use-network-policies
# aliases: CKV_AZURE_7
# tags: network

policy {}

resource_policy "azurerm_kubernetes_cluster" "network-policy" {
  enforce {
    condition     = core::try(core::trimspace(attrs.network_profile[0].network_policy), "") != ""
    error_message = "`network_profile.network_policy` must be set"
  }
}
