policytest {
  targets = ["local-auth-off.policy.hcl"]
}

resource "azurerm_eventhub_namespace" "wanted" {
  attrs = {
    local_authentication_enabled = false
  }
}

resource "azurerm_eventhub_namespace" "unwanted" {
  expect_failure = true
  attrs = {
    local_authentication_enabled = true
  }
}

resource "azurerm_eventhub_namespace" "default" {
  expect_failure = true
  attrs = {
    local_authentication_enabled = null
  }
}

resource "azurerm_eventhub_namespace" "known_after_apply" {
  expect_unknown = true
  unknown        = ["local_authentication_enabled"]
  attrs = {
    local_authentication_enabled = false
  }
}
