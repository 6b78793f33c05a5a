policytest {
  targets = ["network-policy.policy.hcl"]
}

resource "azurerm_kubernetes_cluster" "azure" {
  attrs = {
    network_profile = [{ network_plugin = "azure", network_policy = "azure" }]
  }
}

resource "azurerm_kubernetes_cluster" "none" {
  expect_failure = true
  attrs = {
    network_profile = [{ network_plugin = "azure", network_policy = null }]
  }
}

resource "azurerm_kubernetes_cluster" "default" {
  expect_failure = true
  attrs = {
    network_profile = []
  }
}

resource "azurerm_kubernetes_cluster" "existing_without" {
  expect_failure = true
  attrs = {
    network_profile = [{ network_policy = "" }]
  }
}

resource "azurerm_kubernetes_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["network_profile"]
  attrs = {
    name = "c"
  }
}
