# title: Deleted keys can be brought back long enough
# why: A deletion that nobody notices within the days kept is final.
# fix: Set `soft_delete_retention_days` to at least the input `soft-delete-days-min`; the
#   default is 90.
# severity: low
# references: https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview
# tags: backup, encryption

policy {}

input "soft-delete-days-min" {
  type        = number
  default     = 30
  description = "Fewest days that deleted vaults, keys and secrets are kept"
}

resource_policy "azurerm_key_vault" "soft-delete-days" {
  enforce {
    condition     = core::try(attrs.soft_delete_retention_days + 0, 90) >= input.soft-delete-days-min
    error_message = "`soft_delete_retention_days` is ${core::valuetostring(core::try(attrs.soft_delete_retention_days, null))}, must be at least ${input.soft-delete-days-min}"
  }
}
