# title: Storage accounts do not take account keys
# why: An account key opens everything, does not expire and names nobody in the logs.
# fix: Set `shared_access_key_enabled = false` and grant roles; the provider then needs
#   `storage_use_azuread = true`.
# severity: low
# references: https://learn.microsoft.com/azure/storage/common/shared-key-authorization-prevent
# aliases: CKV2_AZURE_40
# tags: iam, storage

policy {}

resource_policy "azurerm_storage_account" "shared-key-off" {
  enforce {
    condition     = core::try(attrs.shared_access_key_enabled, null) == false
    error_message = "`shared_access_key_enabled` must be false"
  }
}
