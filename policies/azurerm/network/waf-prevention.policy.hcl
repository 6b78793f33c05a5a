# title: Web application firewalls block what they find
# why: In detection mode attacks are logged and let through.
# fix: Set the mode to "Prevention" and leave `enabled` true.
# severity: medium
# references: https://learn.microsoft.com/azure/web-application-firewall/ag/policy-overview
# tags: network

policy {}

resource_policy "azurerm_web_application_firewall_policy" "waf-prevention" {
  enforce {
    condition     = core::try(attrs.policy_settings[0].enabled, null) != false
    error_message = "`policy_settings.enabled` is false, must be true"
  }

  enforce {
    condition     = core::contains(["", "prevention"], core::try(core::lower(attrs.policy_settings[0].mode), ""))
    error_message = "`policy_settings.mode` is ${attrs.policy_settings[0].mode}, must be Prevention"
  }
}

resource_policy "azurerm_frontdoor_firewall_policy" "waf-prevention" {
  enforce {
    condition     = core::try(attrs.enabled, null) != false
    error_message = "`enabled` is false, must be true"
  }

  enforce {
    condition     = core::contains(["", "prevention"], core::try(core::lower(attrs.mode), ""))
    error_message = "`mode` is ${attrs.mode}, must be Prevention"
  }
}

resource_policy "azurerm_cdn_frontdoor_firewall_policy" "waf-prevention" {
  enforce {
    condition     = core::try(attrs.enabled, null) != false
    error_message = "`enabled` is false, must be true"
  }

  enforce {
    condition     = core::contains(["", "prevention"], core::try(core::lower(attrs.mode), ""))
    error_message = "`mode` is ${attrs.mode}, must be Prevention"
  }
}
