policytest {
  targets = ["local-auth-off.policy.hcl"]
}

resource "azurerm_servicebus_namespace" "wanted" {
  attrs = {
    local_auth_enabled = false
  }
}

resource "azurerm_servicebus_namespace" "unwanted" {
  expect_failure = true
  attrs = {
    local_auth_enabled = true
  }
}

resource "azurerm_servicebus_namespace" "default" {
  expect_failure = true
  attrs = {
    local_auth_enabled = null
  }
}

resource "azurerm_servicebus_namespace" "known_after_apply" {
  expect_unknown = true
  unknown        = ["local_auth_enabled"]
  attrs = {
    local_auth_enabled = false
  }
}
