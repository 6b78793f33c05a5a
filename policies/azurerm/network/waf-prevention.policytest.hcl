policytest {
  targets = ["waf-prevention.policy.hcl"]
}

resource "azurerm_web_application_firewall_policy" "blocking" {
  attrs = {
    policy_settings = [{ enabled = true, mode = "Prevention" }]
  }
}

resource "azurerm_web_application_firewall_policy" "default" {
  attrs = {
    policy_settings = []
  }
}

resource "azurerm_web_application_firewall_policy" "watching" {
  expect_failure = true
  attrs = {
    policy_settings = [{ enabled = true, mode = "Detection" }]
  }
}

resource "azurerm_web_application_firewall_policy" "off" {
  expect_failure = true
  attrs = {
    policy_settings = [{ enabled = false, mode = "Prevention" }]
  }
}

resource "azurerm_web_application_firewall_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["policy_settings.0.mode"]
  attrs = {
    policy_settings = [{ enabled = true }]
  }
}

resource "azurerm_frontdoor_firewall_policy" "blocking" {
  attrs = {
    enabled = true
    mode    = "Prevention"
  }
}

resource "azurerm_frontdoor_firewall_policy" "default" {
  attrs = {
    enabled = null
    mode    = null
  }
}

resource "azurerm_frontdoor_firewall_policy" "watching" {
  expect_failure = true
  attrs = {
    enabled = true
    mode    = "Detection"
  }
}

resource "azurerm_frontdoor_firewall_policy" "off" {
  expect_failure = true
  attrs = {
    enabled = false
    mode    = "Prevention"
  }
}

resource "azurerm_frontdoor_firewall_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["mode"]
  attrs = {
    enabled = true
  }
}

resource "azurerm_cdn_frontdoor_firewall_policy" "blocking" {
  attrs = {
    enabled = true
    mode    = "Prevention"
  }
}

resource "azurerm_cdn_frontdoor_firewall_policy" "default" {
  attrs = {
    enabled = null
    mode    = null
  }
}

resource "azurerm_cdn_frontdoor_firewall_policy" "watching" {
  expect_failure = true
  attrs = {
    enabled = true
    mode    = "Detection"
  }
}

resource "azurerm_cdn_frontdoor_firewall_policy" "off" {
  expect_failure = true
  attrs = {
    enabled = false
    mode    = "Prevention"
  }
}

resource "azurerm_cdn_frontdoor_firewall_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["mode"]
  attrs = {
    enabled = true
  }
}
