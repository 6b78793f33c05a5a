# title: Keys expire
# why: A key without an end is used for years, and nobody notices when its rotation stops.
# fix: Set `expiration_date`, or a `rotation_policy` with `expire_after`.
# severity: medium
# references: https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation
# aliases: CKV_AZURE_40
# tags: cis, encryption

policy {}

resource_policy "azurerm_key_vault_key" "key-expiry" {
  enforce {
    condition = (
      core::try(core::trimspace(attrs.expiration_date), "") != ""
      || core::try(core::trimspace(attrs.rotation_policy[0].expire_after), "") != ""
    )
    error_message = "`expiration_date` must be set"
  }
}
