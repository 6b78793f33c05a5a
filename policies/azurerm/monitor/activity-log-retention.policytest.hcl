policytest {
  targets = ["activity-log-retention.policy.hcl"]
}

resource "azurerm_monitor_log_profile" "a_year" {
  attrs = {
    retention_policy = [{ enabled = true, days = 365 }]
  }
}

resource "azurerm_monitor_log_profile" "for_ever" {
  attrs = {
    retention_policy = [{ enabled = false, days = 0 }]
  }
}

resource "azurerm_monitor_log_profile" "short" {
  expect_failure = true
  attrs = {
    retention_policy = [{ enabled = true, days = 90 }]
  }
}

resource "azurerm_monitor_log_profile" "off_with_days" {
  expect_failure = true
  attrs = {
    retention_policy = [{ enabled = false, days = 365 }]
  }
}

resource "azurerm_monitor_log_profile" "short_allowed" {
  attrs = {
    retention_policy = [{ enabled = true, days = 90 }]
  }
  inputs {
    activity-log-retention-min = 90
  }
}

resource "azurerm_monitor_log_profile" "known_after_apply" {
  expect_unknown = true
  unknown        = ["retention_policy.0.days"]
  attrs = {
    retention_policy = [{ enabled = true }]
  }
}
