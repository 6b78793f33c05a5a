policytest {
  targets = ["no-public-access.policy.hcl"]
}

resource "azurerm_data_factory" "wanted" {
  attrs = {
    public_network_enabled = false
  }
}

resource "azurerm_data_factory" "unwanted" {
  expect_failure = true
  attrs = {
    public_network_enabled = true
  }
}

resource "azurerm_data_factory" "default" {
  expect_failure = true
  attrs = {
    public_network_enabled = null
  }
}

resource "azurerm_data_factory" "known_after_apply" {
  expect_unknown = true
  unknown        = ["public_network_enabled"]
  attrs = {
    public_network_enabled = false
  }
}
