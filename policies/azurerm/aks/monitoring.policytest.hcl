policytest {
  targets = ["monitoring.policy.hcl"]
}

resource "azurerm_kubernetes_cluster" "on" {
  attrs = {
    oms_agent = [{ log_analytics_workspace_id = "/s/w" }]
  }
}

resource "azurerm_kubernetes_cluster" "workspace_known_after_apply" {
  unknown = ["oms_agent.0.log_analytics_workspace_id"]
  attrs = {
    oms_agent = [{}]
  }
}

resource "azurerm_kubernetes_cluster" "old_addon" {
  attrs = {
    addon_profile = [{ oms_agent = [{ enabled = true }] }]
  }
}

resource "azurerm_kubernetes_cluster" "default" {
  expect_failure = true
  attrs = {
    oms_agent = []
  }
}

resource "azurerm_kubernetes_cluster" "old_addon_off" {
  expect_failure = true
  attrs = {
    addon_profile = [{ oms_agent = [{ enabled = false }] }]
  }
}

resource "azurerm_kubernetes_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["oms_agent"]
  attrs = {
    name = "c"
  }
}
