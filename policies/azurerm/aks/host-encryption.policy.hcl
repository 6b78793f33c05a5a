# title: Nodes encrypt temporary disks and caches
# why: Disk encryption in storage leaves temporary disks and caches of nodes unencrypted.
# fix: Set `host_encryption_enabled = true` (before 4.0 `enable_host_encryption`).
# severity: low
# references: https://learn.microsoft.com/azure/aks/enable-host-encryption
# aliases: CKV_AZURE_227
# tags: encryption

policy {}

resource_policy "azurerm_kubernetes_cluster" "host-encryption" {
  enforce {
    condition = (
      core::try(attrs.default_node_pool[0].host_encryption_enabled, null) == true
      || core::try(attrs.default_node_pool[0].enable_host_encryption, null) == true
    )
    error_message = "`default_node_pool.host_encryption_enabled` must be true"
  }
}

resource_policy "azurerm_kubernetes_cluster_node_pool" "host-encryption" {
  enforce {
    condition = (
      core::try(attrs.host_encryption_enabled, null) == true
      || core::try(attrs.enable_host_encryption, null) == true
    )
    error_message = "`host_encryption_enabled` must be true"
  }
}
