policytest {
  targets = ["network-restricted.policy.hcl"]
}

resource "azurerm_cognitive_account" "closed" {
  attrs = {
    public_network_access_enabled = false
  }
}

resource "azurerm_cognitive_account" "rules" {
  attrs = {
    public_network_access_enabled = true
    network_acls                  = [{ default_action = "Deny" }]
  }
}

resource "azurerm_cognitive_account" "open" {
  expect_failure = true
  attrs = {
    public_network_access_enabled = true
    network_acls                  = []
  }
}

resource "azurerm_cognitive_account" "default" {
  expect_failure = true
  attrs = {
    public_network_access_enabled = null
    network_acls                  = [{ default_action = "Allow" }]
  }
}

resource "azurerm_cognitive_account" "known_after_apply" {
  expect_unknown = true
  unknown        = ["public_network_access_enabled"]
  attrs = {
    network_acls = []
  }
}
