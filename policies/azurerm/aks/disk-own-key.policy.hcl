# title: Disks of clusters are encrypted with a key of one's own
# why: Only with a key of your own can you take access to the data back.
# fix: Set `disk_encryption_set_id`.
# severity: low
# references: https://learn.microsoft.com/azure/aks/azure-disk-customer-managed-keys
# aliases: CKV_AZURE_117
# tags: encryption

policy {}

resource_policy "azurerm_kubernetes_cluster" "disk-own-key" {
  enforce {
    condition     = core::try(core::trimspace(attrs.disk_encryption_set_id), "") != ""
    error_message = "`disk_encryption_set_id` must be set"
  }
}
