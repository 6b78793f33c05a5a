# title: Key vaults are governed by roles
# why: Access policies cover all keys or secrets of a vault, and whoever may edit the vault
#   may add one for himself.
# fix: Set `rbac_authorization_enabled = true` (before 4.42 `enable_rbac_authorization`).
# severity: low
# references: https://learn.microsoft.com/azure/key-vault/general/rbac-guide
# tags: cis, iam

policy {}

resource_policy "azurerm_key_vault" "rbac" {
  enforce {
    condition = (
      core::try(attrs.rbac_authorization_enabled, null) == true
      || core::try(attrs.enable_rbac_authorization, null) == true
    )
    error_message = "`rbac_authorization_enabled` must be true"
  }
}
