policytest {
  targets = ["shared-key-off.policy.hcl"]
}

resource "azurerm_storage_account" "wanted" {
  attrs = {
    shared_access_key_enabled = false
  }
}

resource "azurerm_storage_account" "unwanted" {
  expect_failure = true
  attrs = {
    shared_access_key_enabled = true
  }
}

resource "azurerm_storage_account" "default" {
  expect_failure = true
  attrs = {
    shared_access_key_enabled = null
  }
}

resource "azurerm_storage_account" "known_after_apply" {
  expect_unknown = true
  unknown        = ["shared_access_key_enabled"]
  attrs = {
    shared_access_key_enabled = false
  }
}
