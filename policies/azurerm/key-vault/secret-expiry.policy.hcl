# title: Secrets expire
# why: A password without an end is never changed, and a leaked one works for ever.
# fix: Set `expiration_date`.
# severity: low
# references: https://learn.microsoft.com/azure/key-vault/general/best-practices
# aliases: CKV_AZURE_41
# tags: cis, iam

policy {}

resource_policy "azurerm_key_vault_secret" "secret-expiry" {
  enforce {
    condition     = core::try(core::trimspace(attrs.expiration_date), "") != ""
    error_message = "`expiration_date` must be set"
  }
}
