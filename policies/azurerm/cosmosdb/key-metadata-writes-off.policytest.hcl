policytest {
  targets = ["key-metadata-writes-off.policy.hcl"]
}

resource "azurerm_cosmosdb_account" "wanted" {
  attrs = {
    access_key_metadata_writes_enabled = false
  }
}

resource "azurerm_cosmosdb_account" "unwanted" {
  expect_failure = true
  attrs = {
    access_key_metadata_writes_enabled = true
  }
}

resource "azurerm_cosmosdb_account" "default" {
  expect_failure = true
  attrs = {
    access_key_metadata_writes_enabled = null
  }
}

resource "azurerm_cosmosdb_account" "known_after_apply" {
  expect_unknown = true
  unknown        = ["access_key_metadata_writes_enabled"]
  attrs = {
    access_key_metadata_writes_enabled = false
  }
}
