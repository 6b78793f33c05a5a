policytest {
  targets = ["approved-extensions.policy.hcl"]
}

resource "azurerm_virtual_machine_extension" "approved" {
  attrs = {
    publisher = "Microsoft.Azure.Monitor"
    type      = "AzureMonitorLinuxAgent"
  }
  inputs {
    approved-extensions = ["microsoft.azure.monitor/AzureMonitorLinuxAgent"]
  }
}

resource "azurerm_virtual_machine_extension" "other" {
  expect_failure = true
  attrs = {
    publisher = "Microsoft.Azure.Extensions"
    type      = "CustomScript"
  }
  inputs {
    approved-extensions = ["Microsoft.Azure.Monitor/AzureMonitorLinuxAgent"]
  }
}

resource "azurerm_virtual_machine_extension" "not_checked" {
  attrs = {
    publisher = "Microsoft.Azure.Extensions"
    type      = "CustomScript"
  }
}

resource "azurerm_virtual_machine_extension" "known_after_apply" {
  expect_unknown = true
  unknown        = ["type"]
  attrs = {
    publisher = "Microsoft.Azure.Monitor"
  }
  inputs {
    approved-extensions = ["Microsoft.Azure.Monitor/AzureMonitorLinuxAgent"]
  }
}
