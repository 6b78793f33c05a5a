# title: Deleted blobs and containers can be brought back
# why: Without soft delete one wrong command or a thief of keys removes data for good.
# fix: Set `blob_properties` with `delete_retention_policy` and
#   `container_delete_retention_policy` of at least the input `soft-delete-days-min`.
# severity: low
# references: https://learn.microsoft.com/azure/storage/blobs/soft-delete-blob-overview
# aliases: CKV2_AZURE_38
# tags: cis, backup, storage

policy {}

input "soft-delete-days-min" {
  type        = number
  default     = 7
  description = "Fewest days that deleted blobs and containers are kept"
}

resource_policy "azurerm_storage_account" "soft-delete" {
  filter = core::try(attrs.account_kind, null) != "FileStorage"

  enforce {
    condition     = core::try(core::max(0, attrs.blob_properties[0].delete_retention_policy[0].days), 0) >= input.soft-delete-days-min
    error_message = "`blob_properties.delete_retention_policy.days` must be at least ${input.soft-delete-days-min}"
  }

  enforce {
    condition     = core::try(core::max(0, attrs.blob_properties[0].container_delete_retention_policy[0].days), 0) >= input.soft-delete-days-min
    error_message = "`blob_properties.container_delete_retention_policy.days` must be at least ${input.soft-delete-days-min}"
  }
}
