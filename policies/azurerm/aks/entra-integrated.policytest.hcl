policytest {
  targets = ["entra-integrated.policy.hcl"]
}

resource "azurerm_kubernetes_cluster" "on" {
  attrs = {
    azure_active_directory_role_based_access_control = [{ azure_rbac_enabled = true }]
  }
}

resource "azurerm_kubernetes_cluster" "old_block" {
  attrs = {
    role_based_access_control = [{ enabled = true, azure_active_directory = [{ managed = true }] }]
  }
}

resource "azurerm_kubernetes_cluster" "default" {
  expect_failure = true
  attrs = {
    azure_active_directory_role_based_access_control = []
  }
}

resource "azurerm_kubernetes_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["azure_active_directory_role_based_access_control"]
  attrs = {
    name = "c"
  }
}
