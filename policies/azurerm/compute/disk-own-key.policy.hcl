# title: Disks are encrypted with a key of one's own
# why: Only with a key of your own can you take access to the data back.
# fix: Set `disk_encryption_set_id`.
# severity: low
# references: https://learn.microsoft.com/azure/virtual-machines/disk-encryption
# aliases: CKV_AZURE_93
# tags: encryption

policy {}

resource_policy "azurerm_managed_disk" "disk-own-key" {
  enforce {
    condition = (
      core::try(core::trimspace(attrs.disk_encryption_set_id), "") != ""
      || core::try(core::trimspace(attrs.secure_vm_disk_encryption_set_id), "") != ""
    )
    error_message = "`disk_encryption_set_id` must be set"
  }
}
