policytest {
  targets = ["managed-instance-no-public-endpoint.policy.hcl"]
}

resource "azurerm_mssql_managed_instance" "wanted" {
  attrs = {
    public_data_endpoint_enabled = false
  }
}

resource "azurerm_mssql_managed_instance" "unwanted" {
  expect_failure = true
  attrs = {
    public_data_endpoint_enabled = true
  }
}

resource "azurerm_mssql_managed_instance" "default" {
  attrs = {
    public_data_endpoint_enabled = null
  }
}

resource "azurerm_mssql_managed_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["public_data_endpoint_enabled"]
  attrs = {
    public_data_endpoint_enabled = false
  }
}
