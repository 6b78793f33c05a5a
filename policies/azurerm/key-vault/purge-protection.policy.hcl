# title: Key vaults cannot be purged
# why: A purged vault takes its keys along, and with them everything that they encrypt.
# fix: Set `purge_protection_enabled = true`; it cannot be taken back.
# severity: high
# references: https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview
# aliases: CKV_AZURE_110, CKV_AZURE_42
# tags: cis, backup, encryption

policy {}

resource_policy "azurerm_key_vault" "purge-protection" {
  enforce {
    condition     = core::try(attrs.purge_protection_enabled, null) == true
    error_message = "`purge_protection_enabled` must be true"
  }
}
