policytest {
  targets = ["network-restricted.policy.hcl"]
}

resource "azurerm_servicebus_namespace" "closed" {
  attrs = {
    sku                           = "Premium"
    public_network_access_enabled = false
  }
}

resource "azurerm_servicebus_namespace" "rules" {
  attrs = {
    sku                           = "Premium"
    public_network_access_enabled = true
    network_rule_set              = [{ default_action = "Deny" }]
  }
}

resource "azurerm_servicebus_namespace" "open" {
  expect_failure = true
  attrs = {
    sku                           = "Premium"
    public_network_access_enabled = true
  }
}

resource "azurerm_servicebus_namespace" "default" {
  expect_failure = true
  attrs = {
    sku                           = "Premium"
    public_network_access_enabled = null
  }
}

resource "azurerm_servicebus_namespace" "basic" {
  attrs = {
    sku                           = "Basic"
    public_network_access_enabled = true
  }
}

resource "azurerm_servicebus_namespace" "known_after_apply" {
  expect_unknown = true
  unknown        = ["public_network_access_enabled"]
  attrs = {
    sku = "Premium"
  }
}
