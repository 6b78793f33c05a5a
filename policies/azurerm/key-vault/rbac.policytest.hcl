policytest {
  targets = ["rbac.policy.hcl"]
}

resource "azurerm_key_vault" "wanted" {
  attrs = {
    rbac_authorization_enabled = true
  }
}

resource "azurerm_key_vault" "unwanted" {
  expect_failure = true
  attrs = {
    rbac_authorization_enabled = false
  }
}

resource "azurerm_key_vault" "default" {
  expect_failure = true
  attrs = {
    rbac_authorization_enabled = null
  }
}

resource "azurerm_key_vault" "old_name_wanted" {
  attrs = {
    enable_rbac_authorization = true
  }
}

resource "azurerm_key_vault" "old_name_unwanted" {
  expect_failure = true
  attrs = {
    enable_rbac_authorization = false
  }
}

resource "azurerm_key_vault" "known_after_apply" {
  expect_unknown = true
  unknown        = ["rbac_authorization_enabled"]
  attrs = {
    rbac_authorization_enabled = true
  }
}
