policytest {
  targets = ["local-accounts-off.policy.hcl"]
}

resource "azurerm_kubernetes_cluster" "wanted" {
  attrs = {
    local_account_disabled = true
  }
}

resource "azurerm_kubernetes_cluster" "unwanted" {
  expect_failure = true
  attrs = {
    local_account_disabled = false
  }
}

resource "azurerm_kubernetes_cluster" "default" {
  expect_failure = true
  attrs = {
    local_account_disabled = null
  }
}

resource "azurerm_kubernetes_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["local_account_disabled"]
  attrs = {
    local_account_disabled = true
  }
}
