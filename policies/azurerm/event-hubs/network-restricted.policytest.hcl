policytest {
  targets = ["network-restricted.policy.hcl"]
}

resource "azurerm_eventhub_namespace" "closed" {
  attrs = {
    sku                           = "Premium"
    public_network_access_enabled = false
  }
}

resource "azurerm_eventhub_namespace" "rules" {
  attrs = {
    sku                           = "Premium"
    public_network_access_enabled = true
    network_rulesets              = [{ default_action = "Deny" }]
  }
}

resource "azurerm_eventhub_namespace" "open" {
  expect_failure = true
  attrs = {
    sku                           = "Premium"
    public_network_access_enabled = true
  }
}

resource "azurerm_eventhub_namespace" "default" {
  expect_failure = true
  attrs = {
    sku                           = "Premium"
    public_network_access_enabled = null
  }
}

resource "azurerm_eventhub_namespace" "basic" {
  attrs = {
    sku                           = "Basic"
    public_network_access_enabled = true
  }
}

resource "azurerm_eventhub_namespace" "known_after_apply" {
  expect_unknown = true
  unknown        = ["public_network_access_enabled"]
  attrs = {
    sku = "Premium"
  }
}
