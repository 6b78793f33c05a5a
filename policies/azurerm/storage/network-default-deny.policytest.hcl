policytest {
  targets = ["network-default-deny.policy.hcl"]
}

resource "azurerm_storage_account" "inline" {
  attrs = {
    id            = "inline"
    name          = "inline"
    network_rules = [{ default_action = "Deny" }]
  }
}

resource "azurerm_storage_account" "closed" {
  attrs = {
    id                            = "closed"
    name                          = "closed"
    network_rules                 = []
    public_network_access_enabled = false
  }
}

resource "azurerm_storage_account" "separate" {
  unknown = ["network_rules"]
  attrs = {
    id   = "separate"
    name = "separate"
  }
}

resource "azurerm_storage_account_network_rules" "separate" {
  attrs = {
    storage_account_id = azurerm_storage_account.separate.id
    default_action     = "Deny"
  }
}

resource "azurerm_storage_account" "one_of_two" {
  attrs = {
    id            = "one"
    name          = "one"
    network_rules = []
  }
}

resource "azurerm_storage_account_network_rules" "one_of_two" {
  attrs = {
    storage_account_id = azurerm_storage_account.one_of_two.id
    default_action     = "Deny"
  }
}

resource "azurerm_storage_account" "by_name" {
  attrs = {
    id            = "byname"
    name          = "byname"
    network_rules = []
  }
}

resource "azurerm_storage_account_network_rules" "by_name" {
  attrs = {
    storage_account_name = azurerm_storage_account.by_name.name
    default_action       = "Deny"
  }
}

resource "azurerm_storage_account" "other_of_two" {
  expect_failure = true
  attrs = {
    id            = "two"
    name          = "two"
    network_rules = []
  }
}

resource "azurerm_storage_account_network_rules" "other_of_two" {
  expect_failure = true
  attrs = {
    storage_account_id = azurerm_storage_account.other_of_two.id
    default_action     = "Allow"
  }
}

resource "azurerm_storage_account" "inline_allow" {
  expect_failure = true
  attrs = {
    id                            = "allow"
    name                          = "allow"
    network_rules                 = [{ default_action = "Allow" }]
    public_network_access_enabled = true
  }
}

resource "azurerm_storage_account" "default" {
  expect_failure = true
  attrs = {
    id            = "default"
    name          = "default"
    network_rules = []
  }
}

resource "azurerm_storage_account" "known_after_apply" {
  expect_unknown = true
  unknown        = ["network_rules"]
  attrs = {
    id   = "later"
    name = "later"
  }
}

resource "azurerm_storage_account_network_rules" "known_after_apply" {
  expect_unknown = true
  unknown        = ["default_action"]
  attrs = {
    storage_account_id = "elsewhere"
  }
}
