# title: Nodes of clusters have no public addresses
# why: Nodes that can be reached from the internet are attacked directly, past the API server
#   and its logs.
# fix: Remove `node_public_ip_enabled = true` (before 4.0 `enable_node_public_ip`).
# severity: high
# references: https://learn.microsoft.com/azure/aks/use-node-public-ips
# aliases: CKV_AZURE_143
# tags: network

policy {}

resource_policy "azurerm_kubernetes_cluster" "nodes-no-public-ip" {
  enforce {
    condition     = core::try(attrs.default_node_pool[0].node_public_ip_enabled, null) != true && core::try(attrs.default_node_pool[0].enable_node_public_ip, null) != true
    error_message = "`default_node_pool.node_public_ip_enabled` is true, must be false"
  }
}

resource_policy "azurerm_kubernetes_cluster_node_pool" "nodes-no-public-ip" {
  enforce {
    condition     = core::try(attrs.node_public_ip_enabled, null) != true && core::try(attrs.enable_node_public_ip, null) != true
    error_message = "`node_public_ip_enabled` is true, must be false"
  }
}
