# title: Machines use managed disks
# why: Disks in a storage account are as open as the account, and its limits take several
#   machines down at once.
# fix: Replace `vhd_uri` by `managed_disk_type`, or use azurerm_linux_virtual_machine or
#   azurerm_windows_virtual_machine.
# severity: low
# references: https://learn.microsoft.com/azure/virtual-machines/managed-disks-overview
# aliases: CKV2_AZURE_9
# tags: cis, storage

policy {}

resource_policy "azurerm_virtual_machine" "managed-disks" {
  enforce {
    condition = core::alltrue([
      for d in core::concat(core::try(attrs.storage_os_disk[*], []), core::try(attrs.storage_data_disk[*], [])) : core::try(core::trimspace(d.vhd_uri), "") == ""
    ])
    error_message = "`vhd_uri` is set, must be a managed disk"
  }
}
