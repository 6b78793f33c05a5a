policytest {
  targets = ["no-custom-owner.policy.hcl"]
}

resource "azurerm_role_definition" "narrow" {
  attrs = {
    scope             = "/subscriptions/s"
    permissions       = [{ actions = ["Microsoft.Compute/*/read"] }]
    assignable_scopes = ["/subscriptions/s"]
  }
}

resource "azurerm_role_definition" "in_group" {
  attrs = {
    scope             = "/subscriptions/s/resourceGroups/g"
    permissions       = [{ actions = ["*"] }]
    assignable_scopes = ["/subscriptions/s/resourceGroups/g"]
  }
}

resource "azurerm_role_definition" "everything" {
  expect_failure = true
  attrs = {
    scope             = "/subscriptions/s/resourceGroups/g"
    permissions       = [{ actions = ["Microsoft.Compute/*/read"] }, { actions = ["*"] }]
    assignable_scopes = ["/subscriptions/s"]
  }
}

resource "azurerm_role_definition" "everything_by_scope" {
  expect_failure = true
  attrs = {
    scope             = "/subscriptions/s"
    permissions       = [{ actions = ["*"] }]
    assignable_scopes = null
  }
}

resource "azurerm_role_definition" "everything_above" {
  expect_failure = true
  attrs = {
    scope             = "/providers/Microsoft.Management/managementGroups/m"
    permissions       = [{ actions = ["*"] }]
    assignable_scopes = []
  }
}

resource "azurerm_role_definition" "known_after_apply" {
  expect_unknown = true
  unknown        = ["scope"]
  attrs = {
    permissions       = [{ actions = ["*"] }]
    assignable_scopes = []
  }
}

resource "azurerm_role_definition" "narrow_unknown_scope" {
  unknown = ["scope"]
  attrs = {
    permissions       = [{ actions = ["Microsoft.Compute/*/read"] }]
    assignable_scopes = []
  }
}
