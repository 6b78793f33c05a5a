# title: Storage accounts take HTTPS only
# why: Plain HTTP shows keys, tokens and data to everyone on the way.
# fix: Set `https_traffic_only_enabled = true` (before 4.0 `enable_https_traffic_only`), or
#   leave it out.
# severity: high
# references: https://learn.microsoft.com/azure/storage/common/storage-require-secure-transfer
# aliases: CKV_AZURE_3
# tags: cis, encryption, storage

policy {}

resource_policy "azurerm_storage_account" "https-only" {
  enforce {
    condition = (
      core::try(attrs.https_traffic_only_enabled, null) == true
      || core::try(attrs.enable_https_traffic_only, null) == true
      || core::try(attrs.https_traffic_only_enabled, null) == null && core::try(attrs.enable_https_traffic_only, null) == null
    )
    error_message = "`https_traffic_only_enabled` is false, must be true"
  }
}
