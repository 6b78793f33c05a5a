policytest {
  targets = ["auditing.policy.hcl"]
}

resource "azurerm_mssql_server" "audited" {
  attrs = {
    id = "audited"
  }
}

resource "azurerm_mssql_server_extended_auditing_policy" "audited" {
  attrs = {
    server_id = azurerm_mssql_server.audited.id
    enabled   = true
  }
}

resource "azurerm_mssql_server" "also_audited" {
  attrs = {
    id = "also"
  }
}

resource "azurerm_mssql_server_extended_auditing_policy" "also_audited" {
  attrs = {
    server_id = azurerm_mssql_server.also_audited.id
    enabled   = null
  }
}

resource "azurerm_mssql_server" "old_inline" {
  attrs = {
    id                       = "inline"
    extended_auditing_policy = [{ retention_in_days = 90 }]
  }
}

resource "azurerm_mssql_server" "not_audited" {
  expect_failure = true
  attrs = {
    id = "not"
  }
}

resource "azurerm_mssql_server" "known_after_apply" {
  expect_unknown = true
  unknown        = ["id"]
  attrs = {
    name = "new"
  }
}

resource "azurerm_mssql_server_extended_auditing_policy" "off" {
  expect_failure = true
  attrs = {
    server_id = "elsewhere"
    enabled   = false
  }
}

resource "azurerm_mssql_server_extended_auditing_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["enabled"]
  attrs = {
    server_id = "elsewhere"
  }
}
