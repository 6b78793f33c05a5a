policytest {
  targets = ["policy-addon.policy.hcl"]
}

resource "azurerm_kubernetes_cluster" "wanted" {
  attrs = {
    azure_policy_enabled = true
  }
}

resource "azurerm_kubernetes_cluster" "unwanted" {
  expect_failure = true
  attrs = {
    azure_policy_enabled = false
  }
}

resource "azurerm_kubernetes_cluster" "default" {
  expect_failure = true
  attrs = {
    azure_policy_enabled = null
  }
}

resource "azurerm_kubernetes_cluster" "old_name_wanted" {
  attrs = {
    addon_profile = [{ azure_policy = [{ enabled = true }] }]
  }
}

resource "azurerm_kubernetes_cluster" "old_name_unwanted" {
  expect_failure = true
  attrs = {
    addon_profile = [{ azure_policy = [{ enabled = false }] }]
  }
}

resource "azurerm_kubernetes_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["azure_policy_enabled"]
  attrs = {
    azure_policy_enabled = true
  }
}
