policytest {
  targets = ["no-broad-owner.policy.hcl"]
}

resource "azurerm_role_assignment" "reader" {
  attrs = {
    scope                = "/subscriptions/s"
    role_definition_name = "Reader"
    role_definition_id   = null
  }
}

resource "azurerm_role_assignment" "owner_of_group" {
  attrs = {
    scope                = "/subscriptions/s/resourceGroups/g"
    role_definition_name = "Owner"
    role_definition_id   = null
  }
}

resource "azurerm_role_assignment" "unknown_id_of_reader" {
  unknown = ["role_definition_id"]
  attrs = {
    scope                = "/subscriptions/s/resourceGroups/g"
    role_definition_name = "Reader"
  }
}

resource "azurerm_role_assignment" "owner" {
  expect_failure = true
  attrs = {
    scope                = "/subscriptions/s"
    role_definition_name = "Owner"
    role_definition_id   = null
  }
}

resource "azurerm_role_assignment" "access_administrator" {
  expect_failure = true
  attrs = {
    scope                = "/providers/Microsoft.Management/managementGroups/m"
    role_definition_name = "User Access Administrator"
  }
}

resource "azurerm_role_assignment" "owner_by_id" {
  expect_failure = true
  attrs = {
    scope                = "/subscriptions/s"
    role_definition_name = null
    role_definition_id   = "/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635"
  }
}

resource "azurerm_role_assignment" "known_after_apply" {
  expect_unknown = true
  unknown        = ["scope"]
  attrs = {
    role_definition_name = "Owner"
    role_definition_id   = null
  }
}
