policytest {
  targets = ["admin-off.policy.hcl"]
}

resource "azurerm_container_registry" "wanted" {
  attrs = {
    admin_enabled = false
  }
}

resource "azurerm_container_registry" "unwanted" {
  expect_failure = true
  attrs = {
    admin_enabled = true
  }
}

resource "azurerm_container_registry" "default" {
  attrs = {
    admin_enabled = null
  }
}

resource "azurerm_container_registry" "known_after_apply" {
  expect_unknown = true
  unknown        = ["admin_enabled"]
  attrs = {
    admin_enabled = false
  }
}
