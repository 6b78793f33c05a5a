policytest {
  targets = ["network-default-deny.policy.hcl"]
}

resource "azurerm_key_vault" "denied" {
  attrs = {
    network_acls = [{ default_action = "Deny", bypass = "AzureServices" }]
  }
}

resource "azurerm_key_vault" "closed" {
  attrs = {
    network_acls                  = []
    public_network_access_enabled = false
  }
}

resource "azurerm_key_vault" "new_and_closed" {
  unknown = ["network_acls"]
  attrs = {
    public_network_access_enabled = false
  }
}

resource "azurerm_key_vault" "allowed" {
  expect_failure = true
  attrs = {
    network_acls                  = [{ default_action = "Allow" }]
    public_network_access_enabled = true
  }
}

resource "azurerm_key_vault" "default" {
  expect_failure = true
  attrs = {
    network_acls = []
  }
}

resource "azurerm_key_vault" "known_after_apply" {
  expect_unknown = true
  unknown        = ["network_acls"]
  attrs = {
    public_network_access_enabled = true
  }
}
