policytest {
  targets = ["no-public-access.policy.hcl"]
}

resource "azurerm_mssql_server" "wanted" {
  attrs = {
    public_network_access_enabled = false
  }
}

resource "azurerm_mssql_server" "unwanted" {
  expect_failure = true
  attrs = {
    public_network_access_enabled = true
  }
}

resource "azurerm_mssql_server" "default" {
  expect_failure = true
  attrs = {
    public_network_access_enabled = null
  }
}

resource "azurerm_mssql_server" "known_after_apply" {
  expect_unknown = true
  unknown        = ["public_network_access_enabled"]
  attrs = {
    public_network_access_enabled = false
  }
}
