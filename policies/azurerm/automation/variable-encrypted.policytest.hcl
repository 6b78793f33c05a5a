policytest {
  targets = ["variable-encrypted.policy.hcl"]
}

resource "azurerm_automation_variable_bool" "wanted" {
  attrs = {
    encrypted = true
  }
}

resource "azurerm_automation_variable_bool" "unwanted" {
  expect_failure = true
  attrs = {
    encrypted = false
  }
}

resource "azurerm_automation_variable_bool" "default" {
  expect_failure = true
  attrs = {
    encrypted = null
  }
}

resource "azurerm_automation_variable_bool" "known_after_apply" {
  expect_unknown = true
  unknown        = ["encrypted"]
  attrs = {
    encrypted = true
  }
}

resource "azurerm_automation_variable_datetime" "wanted" {
  attrs = {
    encrypted = true
  }
}

resource "azurerm_automation_variable_datetime" "unwanted" {
  expect_failure = true
  attrs = {
    encrypted = false
  }
}

resource "azurerm_automation_variable_datetime" "default" {
  expect_failure = true
  attrs = {
    encrypted = null
  }
}

resource "azurerm_automation_variable_datetime" "known_after_apply" {
  expect_unknown = true
  unknown        = ["encrypted"]
  attrs = {
    encrypted = true
  }
}

resource "azurerm_automation_variable_int" "wanted" {
  attrs = {
    encrypted = true
  }
}

resource "azurerm_automation_variable_int" "unwanted" {
  expect_failure = true
  attrs = {
    encrypted = false
  }
}

resource "azurerm_automation_variable_int" "default" {
  expect_failure = true
  attrs = {
    encrypted = null
  }
}

resource "azurerm_automation_variable_int" "known_after_apply" {
  expect_unknown = true
  unknown        = ["encrypted"]
  attrs = {
    encrypted = true
  }
}

resource "azurerm_automation_variable_string" "wanted" {
  attrs = {
    encrypted = true
  }
}

resource "azurerm_automation_variable_string" "unwanted" {
  expect_failure = true
  attrs = {
    encrypted = false
  }
}

resource "azurerm_automation_variable_string" "default" {
  expect_failure = true
  attrs = {
    encrypted = null
  }
}

resource "azurerm_automation_variable_string" "known_after_apply" {
  expect_unknown = true
  unknown        = ["encrypted"]
  attrs = {
    encrypted = true
  }
}
