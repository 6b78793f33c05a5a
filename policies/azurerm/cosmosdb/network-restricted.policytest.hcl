policytest {
  targets = ["network-restricted.policy.hcl"]
}

resource "azurerm_cosmosdb_account" "closed" {
  attrs = {
    public_network_access_enabled = false
  }
}

resource "azurerm_cosmosdb_account" "networks" {
  attrs = {
    public_network_access_enabled     = true
    is_virtual_network_filter_enabled = true
  }
}

resource "azurerm_cosmosdb_account" "addresses" {
  attrs = {
    ip_range_filter = ["203.0.113.7"]
  }
}

resource "azurerm_cosmosdb_account" "old_addresses" {
  attrs = {
    ip_range_filter = "203.0.113.7,203.0.113.8"
  }
}

resource "azurerm_cosmosdb_account" "open" {
  expect_failure = true
  attrs = {
    public_network_access_enabled     = true
    is_virtual_network_filter_enabled = false
    ip_range_filter                   = []
  }
}

resource "azurerm_cosmosdb_account" "old_open" {
  expect_failure = true
  attrs = {
    ip_range_filter = ""
  }
}

resource "azurerm_cosmosdb_account" "default" {
  expect_failure = true
  attrs = {
    public_network_access_enabled     = null
    is_virtual_network_filter_enabled = null
    ip_range_filter                   = null
  }
}

resource "azurerm_cosmosdb_account" "known_after_apply" {
  expect_unknown = true
  unknown        = ["ip_range_filter"]
  attrs = {
    public_network_access_enabled = true
  }
}
