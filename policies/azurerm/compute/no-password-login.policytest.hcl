policytest {
  targets = ["no-password-login.policy.hcl"]
}

resource "azurerm_linux_virtual_machine" "keys" {
  attrs = {
    disable_password_authentication = true
  }
}

resource "azurerm_linux_virtual_machine" "default" {
  attrs = {
    disable_password_authentication = null
  }
}

resource "azurerm_linux_virtual_machine" "passwords" {
  expect_failure = true
  attrs = {
    disable_password_authentication = false
  }
}

resource "azurerm_linux_virtual_machine" "known_after_apply" {
  expect_unknown = true
  unknown        = ["disable_password_authentication"]
  attrs = {
    name = "v"
  }
}

resource "azurerm_linux_virtual_machine_scale_set" "keys" {
  attrs = {
    disable_password_authentication = true
  }
}

resource "azurerm_linux_virtual_machine_scale_set" "default" {
  attrs = {
    disable_password_authentication = null
  }
}

resource "azurerm_linux_virtual_machine_scale_set" "passwords" {
  expect_failure = true
  attrs = {
    disable_password_authentication = false
  }
}

resource "azurerm_linux_virtual_machine_scale_set" "known_after_apply" {
  expect_unknown = true
  unknown        = ["disable_password_authentication"]
  attrs = {
    name = "v"
  }
}

resource "azurerm_virtual_machine" "keys" {
  attrs = {
    os_profile_linux_config = [{ disable_password_authentication = true }]
  }
}

resource "azurerm_virtual_machine" "windows" {
  attrs = {
    os_profile_linux_config   = []
    os_profile_windows_config = [{}]
  }
}

resource "azurerm_virtual_machine" "passwords" {
  expect_failure = true
  attrs = {
    os_profile_linux_config = [{ disable_password_authentication = false }]
  }
}

resource "azurerm_virtual_machine" "old_default" {
  expect_failure = true
  attrs = {
    os_profile_linux_config = [{ disable_password_authentication = null }]
  }
}

resource "azurerm_virtual_machine" "known_after_apply" {
  expect_unknown = true
  unknown        = ["os_profile_linux_config.0.disable_password_authentication"]
  attrs = {
    os_profile_linux_config = [{}]
  }
}

resource "azurerm_virtual_machine_scale_set" "keys" {
  attrs = {
    os_profile_linux_config = [{ disable_password_authentication = true }]
  }
}

resource "azurerm_virtual_machine_scale_set" "windows" {
  attrs = {
    os_profile_linux_config   = []
    os_profile_windows_config = [{}]
  }
}

resource "azurerm_virtual_machine_scale_set" "passwords" {
  expect_failure = true
  attrs = {
    os_profile_linux_config = [{ disable_password_authentication = false }]
  }
}

resource "azurerm_virtual_machine_scale_set" "old_default" {
  expect_failure = true
  attrs = {
    os_profile_linux_config = [{ disable_password_authentication = null }]
  }
}

resource "azurerm_virtual_machine_scale_set" "known_after_apply" {
  expect_unknown = true
  unknown        = ["os_profile_linux_config.0.disable_password_authentication"]
  attrs = {
    os_profile_linux_config = [{}]
  }
}
