policytest {
  targets = ["min-tls.policy.hcl"]
}

resource "azurerm_mssql_server" "modern" {
  attrs = {
    minimum_tls_version = "1.2"
  }
}

resource "azurerm_mssql_server" "old" {
  expect_failure = true
  attrs = {
    minimum_tls_version = "1.0"
  }
}

resource "azurerm_mssql_server" "none" {
  expect_failure = true
  attrs = {
    minimum_tls_version = "Disabled"
  }
}

resource "azurerm_mssql_server" "old_default" {
  expect_failure = true
  attrs = {
    minimum_tls_version = null
  }
}

resource "azurerm_mssql_server" "known_after_apply" {
  expect_unknown = true
  unknown        = ["minimum_tls_version"]
  attrs = {
    name = "s"
  }
}

resource "azurerm_mssql_managed_instance" "modern" {
  attrs = {
    minimum_tls_version = "1.2"
  }
}

resource "azurerm_mssql_managed_instance" "old" {
  expect_failure = true
  attrs = {
    minimum_tls_version = "1.0"
  }
}

resource "azurerm_mssql_managed_instance" "none" {
  expect_failure = true
  attrs = {
    minimum_tls_version = "Disabled"
  }
}

resource "azurerm_mssql_managed_instance" "old_default" {
  expect_failure = true
  attrs = {
    minimum_tls_version = null
  }
}

resource "azurerm_mssql_managed_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["minimum_tls_version"]
  attrs = {
    name = "s"
  }
}
