policytest {
  targets = ["data-exfiltration-protection.policy.hcl"]
}

resource "azurerm_synapse_workspace" "wanted" {
  attrs = {
    data_exfiltration_protection_enabled = true
  }
}

resource "azurerm_synapse_workspace" "unwanted" {
  expect_failure = true
  attrs = {
    data_exfiltration_protection_enabled = false
  }
}

resource "azurerm_synapse_workspace" "default" {
  expect_failure = true
  attrs = {
    data_exfiltration_protection_enabled = null
  }
}

resource "azurerm_synapse_workspace" "known_after_apply" {
  expect_unknown = true
  unknown        = ["data_exfiltration_protection_enabled"]
  attrs = {
    data_exfiltration_protection_enabled = true
  }
}
