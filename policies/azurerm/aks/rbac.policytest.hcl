policytest {
  targets = ["rbac.policy.hcl"]
}

resource "azurerm_kubernetes_cluster" "on" {
  attrs = {
    role_based_access_control_enabled = true
  }
}

resource "azurerm_kubernetes_cluster" "default" {
  attrs = {
    role_based_access_control_enabled = null
  }
}

resource "azurerm_kubernetes_cluster" "old_block" {
  attrs = {
    role_based_access_control = [{ enabled = true }]
  }
}

resource "azurerm_kubernetes_cluster" "off" {
  expect_failure = true
  attrs = {
    role_based_access_control_enabled = false
  }
}

resource "azurerm_kubernetes_cluster" "old_block_off" {
  expect_failure = true
  attrs = {
    role_based_access_control = [{ enabled = false }]
  }
}

resource "azurerm_kubernetes_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["role_based_access_control_enabled"]
  attrs = {
    name = "c"
  }
}
