# title: Machines encrypt temporary disks and caches
# why: Disk encryption in storage leaves temporary disks and caches on the host unencrypted.
# fix: Set `encryption_at_host_enabled = true`; the subscription needs the feature
#   EncryptionAtHost.
# severity: low
# references: https://learn.microsoft.com/azure/virtual-machines/disk-encryption
# aliases: CKV_AZURE_151, CKV_AZURE_97
# tags: encryption

policy {}

resource_policy "azurerm_linux_virtual_machine" "encryption-at-host" {
  enforce {
    condition     = core::try(attrs.encryption_at_host_enabled, null) == true
    error_message = "`encryption_at_host_enabled` must be true"
  }
}

resource_policy "azurerm_linux_virtual_machine_scale_set" "encryption-at-host" {
  enforce {
    condition     = core::try(attrs.encryption_at_host_enabled, null) == true
    error_message = "`encryption_at_host_enabled` must be true"
  }
}

resource_policy "azurerm_windows_virtual_machine" "encryption-at-host" {
  enforce {
    condition     = core::try(attrs.encryption_at_host_enabled, null) == true
    error_message = "`encryption_at_host_enabled` must be true"
  }
}

resource_policy "azurerm_windows_virtual_machine_scale_set" "encryption-at-host" {
  enforce {
    condition     = core::try(attrs.encryption_at_host_enabled, null) == true
    error_message = "`encryption_at_host_enabled` must be true"
  }
}
