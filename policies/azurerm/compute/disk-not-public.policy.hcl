# title: Disks are not exported over the internet
# why: A download link of a disk works from anywhere for whoever holds it.
# fix: Set `public_network_access_enabled = false`, or `network_access_policy` to "DenyAll" or
#   "AllowPrivate".
# severity: medium
# references: https://learn.microsoft.com/azure/virtual-machines/disks-enable-private-links-for-import-export-portal
# aliases: CKV_AZURE_251
# tags: network

policy {}

resource_policy "azurerm_managed_disk" "disk-not-public" {
  enforce {
    condition = (
      core::try(attrs.public_network_access_enabled, null) == false
      || core::contains(["denyall", "allowprivate"], core::try(core::lower(attrs.network_access_policy), ""))
    )
    error_message = "`public_network_access_enabled` must be false or `network_access_policy` DenyAll or AllowPrivate"
  }
}
