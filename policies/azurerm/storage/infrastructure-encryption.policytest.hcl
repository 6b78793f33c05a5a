policytest {
  targets = ["infrastructure-encryption.policy.hcl"]
}

resource "azurerm_storage_account" "wanted" {
  attrs = {
    infrastructure_encryption_enabled = true
  }
}

resource "azurerm_storage_account" "unwanted" {
  expect_failure = true
  attrs = {
    infrastructure_encryption_enabled = false
  }
}

resource "azurerm_storage_account" "default" {
  expect_failure = true
  attrs = {
    infrastructure_encryption_enabled = null
  }
}

resource "azurerm_storage_account" "known_after_apply" {
  expect_unknown = true
  unknown        = ["infrastructure_encryption_enabled"]
  attrs = {
    infrastructure_encryption_enabled = true
  }
}
