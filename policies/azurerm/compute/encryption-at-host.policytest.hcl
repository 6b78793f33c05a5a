policytest {
  targets = ["encryption-at-host.policy.hcl"]
}

resource "azurerm_linux_virtual_machine" "wanted" {
  attrs = {
    encryption_at_host_enabled = true
  }
}

resource "azurerm_linux_virtual_machine" "unwanted" {
  expect_failure = true
  attrs = {
    encryption_at_host_enabled = false
  }
}

resource "azurerm_linux_virtual_machine" "default" {
  expect_failure = true
  attrs = {
    encryption_at_host_enabled = null
  }
}

resource "azurerm_linux_virtual_machine" "known_after_apply" {
  expect_unknown = true
  unknown        = ["encryption_at_host_enabled"]
  attrs = {
    encryption_at_host_enabled = true
  }
}

resource "azurerm_linux_virtual_machine_scale_set" "wanted" {
  attrs = {
    encryption_at_host_enabled = true
  }
}

resource "azurerm_linux_virtual_machine_scale_set" "unwanted" {
  expect_failure = true
  attrs = {
    encryption_at_host_enabled = false
  }
}

resource "azurerm_linux_virtual_machine_scale_set" "default" {
  expect_failure = true
  attrs = {
    encryption_at_host_enabled = null
  }
}

resource "azurerm_linux_virtual_machine_scale_set" "known_after_apply" {
  expect_unknown = true
  unknown        = ["encryption_at_host_enabled"]
  attrs = {
    encryption_at_host_enabled = true
  }
}

resource "azurerm_windows_virtual_machine" "wanted" {
  attrs = {
    encryption_at_host_enabled = true
  }
}

resource "azurerm_windows_virtual_machine" "unwanted" {
  expect_failure = true
  attrs = {
    encryption_at_host_enabled = false
  }
}

resource "azurerm_windows_virtual_machine" "default" {
  expect_failure = true
  attrs = {
    encryption_at_host_enabled = null
  }
}

resource "azurerm_windows_virtual_machine" "known_after_apply" {
  expect_unknown = true
  unknown        = ["encryption_at_host_enabled"]
  attrs = {
    encryption_at_host_enabled = true
  }
}

resource "azurerm_windows_virtual_machine_scale_set" "wanted" {
  attrs = {
    encryption_at_host_enabled = true
  }
}

resource "azurerm_windows_virtual_machine_scale_set" "unwanted" {
  expect_failure = true
  attrs = {
    encryption_at_host_enabled = false
  }
}

resource "azurerm_windows_virtual_machine_scale_set" "default" {
  expect_failure = true
  attrs = {
    encryption_at_host_enabled = null
  }
}

resource "azurerm_windows_virtual_machine_scale_set" "known_after_apply" {
  expect_unknown = true
  unknown        = ["encryption_at_host_enabled"]
  attrs = {
    encryption_at_host_enabled = true
  }
}
