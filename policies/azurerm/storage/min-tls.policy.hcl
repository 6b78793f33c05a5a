# title: Storage accounts accept TLS 1.2 and newer
# why: Older versions of TLS have known flaws and can be forced on clients.
# fix: Set `min_tls_version = "TLS1_2"`, the default since version 3.0 of the provider.
# severity: medium
# references: https://learn.microsoft.com/azure/storage/common/transport-layer-security-configure-minimum-version
# aliases: CKV_AZURE_44
# tags: cis, encryption, storage

policy {}

resource_policy "azurerm_storage_account" "min-tls" {
  enforce {
    condition     = core::contains(["", "TLS1_2", "TLS1_3"], core::try(core::trimspace(attrs.min_tls_version), ""))
    error_message = "`min_tls_version` is ${attrs.min_tls_version}, must be TLS1_2"
  }
}
