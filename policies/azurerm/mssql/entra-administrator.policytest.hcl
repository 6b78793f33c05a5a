policytest {
  targets = ["entra-administrator.policy.hcl"]
}

resource "azurerm_mssql_server" "set" {
  attrs = {
    azuread_administrator = [{ login_username = "dbas", object_id = "00000000-0000-0000-0000-000000000000" }]
  }
}

resource "azurerm_mssql_server" "object_known_after_apply" {
  unknown = ["azuread_administrator.0.object_id"]
  attrs = {
    azuread_administrator = [{ login_username = "dbas" }]
  }
}

resource "azurerm_mssql_server" "default" {
  expect_failure = true
  attrs = {
    azuread_administrator = []
  }
}

resource "azurerm_mssql_server" "known_after_apply" {
  expect_unknown = true
  unknown        = ["azuread_administrator"]
  attrs = {
    name = "s"
  }
}
