policytest {
  targets = ["standard-tier.policy.hcl"]
}

resource "azurerm_security_center_subscription_pricing" "standard" {
  attrs = {
    tier          = "Standard"
    resource_type = "VirtualMachines"
  }
}

resource "azurerm_security_center_subscription_pricing" "free" {
  expect_failure = true
  attrs = {
    tier          = "Free"
    resource_type = "VirtualMachines"
  }
}

resource "azurerm_security_center_subscription_pricing" "known_after_apply" {
  expect_unknown = true
  unknown        = ["tier"]
  attrs = {
    resource_type = "VirtualMachines"
  }
}
