# title: Blob containers are private
# why: Whoever finds the name can read the blobs, and with "container" also list them.
# fix: Remove `container_access_type`, or set it to "private".
# severity: critical
# references: https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-configure
# aliases: CKV_AZURE_34
# tags: network, storage

policy {}

resource_policy "azurerm_storage_container" "container-private" {
  enforce {
    condition     = core::contains(["", "private"], core::try(core::lower(attrs.container_access_type), ""))
    error_message = "`container_access_type` is ${attrs.container_access_type}, must be private"
  }
}
