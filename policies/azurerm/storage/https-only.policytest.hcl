policytest {
  targets = ["https-only.policy.hcl"]
}

resource "azurerm_storage_account" "on" {
  attrs = {
    https_traffic_only_enabled = true
  }
}

resource "azurerm_storage_account" "old_name" {
  attrs = {
    enable_https_traffic_only = true
  }
}

resource "azurerm_storage_account" "both_names" {
  unknown = ["https_traffic_only_enabled"]
  attrs = {
    enable_https_traffic_only = true
  }
}

resource "azurerm_storage_account" "default" {
  attrs = {
    https_traffic_only_enabled = null
  }
}

resource "azurerm_storage_account" "old_default" {
  attrs = {
    enable_https_traffic_only = null
  }
}

resource "azurerm_storage_account" "off" {
  expect_failure = true
  attrs = {
    https_traffic_only_enabled = false
  }
}

resource "azurerm_storage_account" "old_name_off" {
  expect_failure = true
  attrs = {
    enable_https_traffic_only = false
  }
}

resource "azurerm_storage_account" "known_after_apply" {
  expect_unknown = true
  unknown        = ["https_traffic_only_enabled"]
  attrs = {
    name = "a"
  }
}
