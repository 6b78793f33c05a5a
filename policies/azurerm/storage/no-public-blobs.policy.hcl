# title: Storage accounts forbid public blobs
# why: While it is allowed, one setting on one container publishes everything in it.
# fix: Set `allow_nested_items_to_be_public = false` (before 3.0 `allow_blob_public_access`).
# severity: high
# references: https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-prevent
# aliases: CKV_AZURE_190, CKV2_AZURE_47
# tags: cis, network, storage

policy {}

resource_policy "azurerm_storage_account" "no-public-blobs" {
  enforce {
    condition     = core::try(attrs.allow_nested_items_to_be_public, attrs.allow_blob_public_access, null) == false
    error_message = "`allow_nested_items_to_be_public` must be false"
  }
}
