policytest {
  targets = ["audit-retention.policy.hcl"]
}

resource "azurerm_mssql_server_extended_auditing_policy" "for_ever" {
  attrs = {
    retention_in_days = 0
  }
}

resource "azurerm_mssql_server_extended_auditing_policy" "default" {
  attrs = {
    retention_in_days = null
  }
}

resource "azurerm_mssql_server_extended_auditing_policy" "long" {
  attrs = {
    retention_in_days = 91
  }
}

resource "azurerm_mssql_server_extended_auditing_policy" "short" {
  expect_failure = true
  attrs = {
    retention_in_days = 90
  }
}

resource "azurerm_mssql_server_extended_auditing_policy" "short_allowed" {
  attrs = {
    retention_in_days = 30
  }
  inputs {
    audit-retention-min = 30
  }
}

resource "azurerm_mssql_server_extended_auditing_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["retention_in_days"]
  attrs = {
    server_id = "s"
  }
}

resource "azurerm_mssql_database_extended_auditing_policy" "for_ever" {
  attrs = {
    retention_in_days = 0
  }
}

resource "azurerm_mssql_database_extended_auditing_policy" "default" {
  attrs = {
    retention_in_days = null
  }
}

resource "azurerm_mssql_database_extended_auditing_policy" "long" {
  attrs = {
    retention_in_days = 91
  }
}

resource "azurerm_mssql_database_extended_auditing_policy" "short" {
  expect_failure = true
  attrs = {
    retention_in_days = 90
  }
}

resource "azurerm_mssql_database_extended_auditing_policy" "short_allowed" {
  attrs = {
    retention_in_days = 30
  }
  inputs {
    audit-retention-min = 30
  }
}

resource "azurerm_mssql_database_extended_auditing_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["retention_in_days"]
  attrs = {
    server_id = "s"
  }
}
