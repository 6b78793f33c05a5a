policytest {
  targets = ["nic-ip-forwarding-off.policy.hcl"]
}

resource "azurerm_network_interface" "wanted" {
  attrs = {
    ip_forwarding_enabled = false
  }
}

resource "azurerm_network_interface" "unwanted" {
  expect_failure = true
  attrs = {
    ip_forwarding_enabled = true
  }
}

resource "azurerm_network_interface" "default" {
  attrs = {
    ip_forwarding_enabled = null
  }
}

resource "azurerm_network_interface" "old_name_wanted" {
  attrs = {
    enable_ip_forwarding = false
  }
}

resource "azurerm_network_interface" "old_name_unwanted" {
  expect_failure = true
  attrs = {
    enable_ip_forwarding = true
  }
}

resource "azurerm_network_interface" "known_after_apply" {
  expect_unknown = true
  unknown        = ["ip_forwarding_enabled"]
  attrs = {
    ip_forwarding_enabled = false
  }
}
