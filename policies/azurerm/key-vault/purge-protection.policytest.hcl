policytest {
  targets = ["purge-protection.policy.hcl"]
}

resource "azurerm_key_vault" "wanted" {
  attrs = {
    purge_protection_enabled = true
  }
}

resource "azurerm_key_vault" "unwanted" {
  expect_failure = true
  attrs = {
    purge_protection_enabled = false
  }
}

resource "azurerm_key_vault" "default" {
  expect_failure = true
  attrs = {
    purge_protection_enabled = null
  }
}

resource "azurerm_key_vault" "known_after_apply" {
  expect_unknown = true
  unknown        = ["purge_protection_enabled"]
  attrs = {
    purge_protection_enabled = true
  }
}
