policytest {
  targets = ["flow-log-retention.policy.hcl"]
}

resource "azurerm_network_watcher_flow_log" "long" {
  attrs = {
    enabled          = true
    retention_policy = [{ enabled = true, days = 90 }]
  }
}

resource "azurerm_network_watcher_flow_log" "for_ever" {
  attrs = {
    enabled          = true
    retention_policy = [{ enabled = true, days = 0 }]
  }
}

resource "azurerm_network_watcher_flow_log" "short" {
  expect_failure = true
  attrs = {
    enabled          = true
    retention_policy = [{ enabled = true, days = 89 }]
  }
}

resource "azurerm_network_watcher_flow_log" "no_policy" {
  expect_failure = true
  attrs = {
    enabled          = true
    retention_policy = [{ enabled = false, days = 365 }]
  }
}

resource "azurerm_network_watcher_flow_log" "off" {
  expect_failure = true
  attrs = {
    enabled          = false
    retention_policy = [{ enabled = true, days = 90 }]
  }
}

resource "azurerm_network_watcher_flow_log" "short_allowed" {
  attrs = {
    enabled          = true
    retention_policy = [{ enabled = true, days = 7 }]
  }
  inputs {
    flow-log-retention-min = 7
  }
}

resource "azurerm_network_watcher_flow_log" "known_after_apply" {
  expect_unknown = true
  unknown        = ["retention_policy.0.days"]
  attrs = {
    enabled          = true
    retention_policy = [{ enabled = true }]
  }
}
