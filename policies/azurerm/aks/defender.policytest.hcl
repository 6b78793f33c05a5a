policytest {
  targets = ["defender.policy.hcl"]
}

resource "azurerm_kubernetes_cluster" "on" {
  attrs = {
    microsoft_defender = [{ log_analytics_workspace_id = "/s/w" }]
  }
}

resource "azurerm_kubernetes_cluster" "default" {
  expect_failure = true
  attrs = {
    microsoft_defender = []
  }
}

resource "azurerm_kubernetes_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["microsoft_defender"]
  attrs = {
    name = "c"
  }
}
