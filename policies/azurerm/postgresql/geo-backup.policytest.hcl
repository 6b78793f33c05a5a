policytest {
  targets = ["geo-backup.policy.hcl"]
}

resource "azurerm_postgresql_server" "on" {
  attrs = {
    geo_redundant_backup_enabled = true
  }
}

resource "azurerm_postgresql_server" "off" {
  expect_failure = true
  attrs = {
    geo_redundant_backup_enabled = false
  }
}

resource "azurerm_postgresql_server" "default" {
  expect_failure = true
  attrs = {
    geo_redundant_backup_enabled = null
    create_mode                  = "Default"
  }
}

resource "azurerm_postgresql_server" "replica" {
  attrs = {
    geo_redundant_backup_enabled = false
    create_mode                  = "Replica"
  }
}

resource "azurerm_postgresql_server" "known_after_apply" {
  expect_unknown = true
  unknown        = ["geo_redundant_backup_enabled"]
  attrs = {
    name = "s"
  }
}

resource "azurerm_postgresql_flexible_server" "on" {
  attrs = {
    geo_redundant_backup_enabled = true
  }
}

resource "azurerm_postgresql_flexible_server" "off" {
  expect_failure = true
  attrs = {
    geo_redundant_backup_enabled = false
  }
}

resource "azurerm_postgresql_flexible_server" "default" {
  expect_failure = true
  attrs = {
    geo_redundant_backup_enabled = null
    create_mode                  = "Default"
  }
}

resource "azurerm_postgresql_flexible_server" "replica" {
  attrs = {
    geo_redundant_backup_enabled = false
    create_mode                  = "Replica"
  }
}

resource "azurerm_postgresql_flexible_server" "known_after_apply" {
  expect_unknown = true
  unknown        = ["geo_redundant_backup_enabled"]
  attrs = {
    name = "s"
  }
}
