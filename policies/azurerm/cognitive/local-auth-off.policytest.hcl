policytest {
  targets = ["local-auth-off.policy.hcl"]
}

resource "azurerm_cognitive_account" "wanted" {
  attrs = {
    local_auth_enabled = false
  }
}

resource "azurerm_cognitive_account" "unwanted" {
  expect_failure = true
  attrs = {
    local_auth_enabled = true
  }
}

resource "azurerm_cognitive_account" "default" {
  expect_failure = true
  attrs = {
    local_auth_enabled = null
  }
}

resource "azurerm_cognitive_account" "known_after_apply" {
  expect_unknown = true
  unknown        = ["local_auth_enabled"]
  attrs = {
    local_auth_enabled = false
  }
}
