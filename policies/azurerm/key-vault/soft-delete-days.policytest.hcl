policytest {
  targets = ["soft-delete-days.policy.hcl"]
}

resource "azurerm_key_vault" "long" {
  attrs = {
    soft_delete_retention_days = 90
  }
}

resource "azurerm_key_vault" "least" {
  attrs = {
    soft_delete_retention_days = 30
  }
}

resource "azurerm_key_vault" "default" {
  attrs = {
    soft_delete_retention_days = null
  }
}

resource "azurerm_key_vault" "short" {
  expect_failure = true
  attrs = {
    soft_delete_retention_days = 7
  }
}

resource "azurerm_key_vault" "longer_wanted" {
  expect_failure = true
  attrs = {
    soft_delete_retention_days = 30
  }
  inputs {
    soft-delete-days-min = 90
  }
}

resource "azurerm_key_vault" "known_after_apply" {
  expect_unknown = true
  unknown        = ["soft_delete_retention_days"]
  attrs = {
    name = "v"
  }
}
