policytest {
  targets = ["contact-alerts.policy.hcl"]
}

resource "azurerm_security_center_contact" "wanted" {
  attrs = {
    alert_notifications = true
  }
}

resource "azurerm_security_center_contact" "unwanted" {
  expect_failure = true
  attrs = {
    alert_notifications = false
  }
}

resource "azurerm_security_center_contact" "default" {
  expect_failure = true
  attrs = {
    alert_notifications = null
  }
}

resource "azurerm_security_center_contact" "known_after_apply" {
  expect_unknown = true
  unknown        = ["alert_notifications"]
  attrs = {
    alert_notifications = true
  }
}
