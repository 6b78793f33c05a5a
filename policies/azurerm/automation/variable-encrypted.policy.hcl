# title: Automation variables are encrypted
# why: Variables are where scripts keep passwords; unencrypted, every reader of the account
#   sees them.
# fix: Set `encrypted = true`; it can be chosen at creation only.
# severity: medium
# references: https://learn.microsoft.com/azure/automation/shared-resources/variables
# aliases: CKV_AZURE_73
# tags: encryption

policy {}

resource_policy "azurerm_automation_variable_bool" "variable-encrypted" {
  enforce {
    condition     = core::try(attrs.encrypted, null) == true
    error_message = "`encrypted` must be true"
  }
}

resource_policy "azurerm_automation_variable_datetime" "variable-encrypted" {
  enforce {
    condition     = core::try(attrs.encrypted, null) == true
    error_message = "`encrypted` must be true"
  }
}

resource_policy "azurerm_automation_variable_int" "variable-encrypted" {
  enforce {
    condition     = core::try(attrs.encrypted, null) == true
    error_message = "`encrypted` must be true"
  }
}

resource_policy "azurerm_automation_variable_string" "variable-encrypted" {
  enforce {
    condition     = core::try(attrs.encrypted, null) == true
    error_message = "`encrypted` must be true"
  }
}
