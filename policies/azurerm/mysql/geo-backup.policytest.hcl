policytest {
  targets = ["geo-backup.policy.hcl"]
}

resource "azurerm_mysql_server" "on" {
  attrs = {
    geo_redundant_backup_enabled = true
  }
}

resource "azurerm_mysql_server" "off" {
  expect_failure = true
  attrs = {
    geo_redundant_backup_enabled = false
  }
}

resource "azurerm_mysql_server" "default" {
  expect_failure = true
  attrs = {
    geo_redundant_backup_enabled = null
    create_mode                  = "Default"
  }
}

resource "azurerm_mysql_server" "replica" {
  attrs = {
    geo_redundant_backup_enabled = false
    create_mode                  = "Replica"
  }
}

resource "azurerm_mysql_server" "known_after_apply" {
  expect_unknown = true
  unknown        = ["geo_redundant_backup_enabled"]
  attrs = {
    name = "s"
  }
}

resource "azurerm_mysql_flexible_server" "on" {
  attrs = {
    geo_redundant_backup_enabled = true
  }
}

resource "azurerm_mysql_flexible_server" "off" {
  expect_failure = true
  attrs = {
    geo_redundant_backup_enabled = false
  }
}

resource "azurerm_mysql_flexible_server" "default" {
  expect_failure = true
  attrs = {
    geo_redundant_backup_enabled = null
    create_mode                  = "Default"
  }
}

resource "azurerm_mysql_flexible_server" "replica" {
  attrs = {
    geo_redundant_backup_enabled = false
    create_mode                  = "Replica"
  }
}

resource "azurerm_mysql_flexible_server" "known_after_apply" {
  expect_unknown = true
  unknown        = ["geo_redundant_backup_enabled"]
  attrs = {
    name = "s"
  }
}
