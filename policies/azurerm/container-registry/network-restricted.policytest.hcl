policytest {
  targets = ["network-restricted.policy.hcl"]
}

resource "azurerm_container_registry" "closed" {
  attrs = {
    sku                           = "Premium"
    public_network_access_enabled = false
  }
}

resource "azurerm_container_registry" "rules" {
  attrs = {
    sku                           = "Premium"
    public_network_access_enabled = true
    network_rule_set              = [{ default_action = "Deny" }]
  }
}

resource "azurerm_container_registry" "open" {
  expect_failure = true
  attrs = {
    sku                           = "Premium"
    public_network_access_enabled = true
    network_rule_set              = []
  }
}

resource "azurerm_container_registry" "default" {
  expect_failure = true
  attrs = {
    sku                           = "Premium"
    public_network_access_enabled = null
    network_rule_set              = [{ default_action = "Allow" }]
  }
}

resource "azurerm_container_registry" "standard" {
  attrs = {
    sku                           = "Standard"
    public_network_access_enabled = true
  }
}

resource "azurerm_container_registry" "known_after_apply" {
  expect_unknown = true
  unknown        = ["network_rule_set"]
  attrs = {
    sku                           = "Premium"
    public_network_access_enabled = true
  }
}
