# title: Storage accounts encrypt twice
# why: A second layer with another key holds when the first one fails; it can be chosen at
#   creation only.
# fix: Set `infrastructure_encryption_enabled = true` where the rules of your trade ask for
#   it.
# severity: low
# references: https://learn.microsoft.com/azure/storage/common/infrastructure-encryption-enable
# tags: cis, encryption, storage

policy {}

resource_policy "azurerm_storage_account" "infrastructure-encryption" {
  enforce {
    condition     = core::try(attrs.infrastructure_encryption_enabled, null) == true
    error_message = "`infrastructure_encryption_enabled` must be true"
  }
}
