policytest {
  targets = ["app-gateway-waf.policy.hcl"]
}

resource "azurerm_application_gateway" "inline" {
  attrs = {
    waf_configuration  = [{ enabled = true, firewall_mode = "Prevention" }]
    firewall_policy_id = null
  }
}

resource "azurerm_application_gateway" "policy" {
  attrs = {
    waf_configuration  = []
    firewall_policy_id = "/subscriptions/s/policies/p"
  }
}

resource "azurerm_application_gateway" "off" {
  expect_failure = true
  attrs = {
    waf_configuration  = [{ enabled = false }]
    firewall_policy_id = null
  }
}

resource "azurerm_application_gateway" "default" {
  expect_failure = true
  attrs = {
    waf_configuration  = []
    firewall_policy_id = null
  }
}

resource "azurerm_application_gateway" "known_after_apply" {
  expect_unknown = true
  unknown        = ["firewall_policy_id"]
  attrs = {
    waf_configuration = []
  }
}
