policytest {
  targets = ["managed-network.policy.hcl"]
}

resource "azurerm_synapse_workspace" "wanted" {
  attrs = {
    managed_virtual_network_enabled = true
  }
}

resource "azurerm_synapse_workspace" "unwanted" {
  expect_failure = true
  attrs = {
    managed_virtual_network_enabled = false
  }
}

resource "azurerm_synapse_workspace" "default" {
  expect_failure = true
  attrs = {
    managed_virtual_network_enabled = null
  }
}

resource "azurerm_synapse_workspace" "known_after_apply" {
  expect_unknown = true
  unknown        = ["managed_virtual_network_enabled"]
  attrs = {
    managed_virtual_network_enabled = true
  }
}
