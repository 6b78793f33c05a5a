# title: Linux machines take no passwords
# why: Passwords are guessed by machines all day long; keys are not.
# fix: Set `disable_password_authentication = true` (the default) and add `admin_ssh_key`.
# severity: high
# references: https://learn.microsoft.com/azure/virtual-machines/linux/create-ssh-keys-detailed
# aliases: CKV_AZURE_149, CKV_AZURE_1, CKV_AZURE_49
# tags: iam

policy {}

resource_policy "azurerm_linux_virtual_machine" "no-password-login" {
  enforce {
    condition     = core::try(attrs.disable_password_authentication, null) != false
    error_message = "`disable_password_authentication` is false, must be true"
  }
}

resource_policy "azurerm_linux_virtual_machine_scale_set" "no-password-login" {
  enforce {
    condition     = core::try(attrs.disable_password_authentication, null) != false
    error_message = "`disable_password_authentication` is false, must be true"
  }
}

resource_policy "azurerm_virtual_machine" "no-password-login" {
  enforce {
    condition     = core::alltrue([for o in core::try(attrs.os_profile_linux_config[*], []) : core::try(o.disable_password_authentication, null) == true])
    error_message = "`os_profile_linux_config.disable_password_authentication` must be true"
  }
}

resource_policy "azurerm_virtual_machine_scale_set" "no-password-login" {
  enforce {
    condition     = core::alltrue([for o in core::try(attrs.os_profile_linux_config[*], []) : core::try(o.disable_password_authentication, null) == true])
    error_message = "`os_profile_linux_config.disable_password_authentication` must be true"
  }
}
