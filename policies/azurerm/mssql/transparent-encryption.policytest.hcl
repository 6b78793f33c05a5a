policytest {
  targets = ["transparent-encryption.policy.hcl"]
}

resource "azurerm_mssql_database" "wanted" {
  attrs = {
    transparent_data_encryption_enabled = true
  }
}

resource "azurerm_mssql_database" "unwanted" {
  expect_failure = true
  attrs = {
    transparent_data_encryption_enabled = false
  }
}

resource "azurerm_mssql_database" "default" {
  attrs = {
    transparent_data_encryption_enabled = null
  }
}

resource "azurerm_mssql_database" "known_after_apply" {
  expect_unknown = true
  unknown        = ["transparent_data_encryption_enabled"]
  attrs = {
    transparent_data_encryption_enabled = true
  }
}
