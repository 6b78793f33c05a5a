policytest {
  targets = ["workspace-retention.policy.hcl"]
}

resource "azurerm_log_analytics_workspace" "long" {
  attrs = {
    retention_in_days = 90
  }
}

resource "azurerm_log_analytics_workspace" "short" {
  expect_failure = true
  attrs = {
    retention_in_days = 30
  }
}

resource "azurerm_log_analytics_workspace" "default" {
  expect_failure = true
  attrs = {
    retention_in_days = null
  }
}

resource "azurerm_log_analytics_workspace" "short_allowed" {
  attrs = {
    retention_in_days = null
  }
  inputs {
    workspace-retention-min = 30
  }
}

resource "azurerm_log_analytics_workspace" "known_after_apply" {
  expect_unknown = true
  unknown        = ["retention_in_days"]
  attrs = {
    name = "l"
  }
}
