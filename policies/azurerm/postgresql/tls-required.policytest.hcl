policytest {
  targets = ["tls-required.policy.hcl"]
}

resource "azurerm_postgresql_server" "on" {
  attrs = {
    ssl_enforcement_enabled = true
  }
}

resource "azurerm_postgresql_server" "off" {
  expect_failure = true
  attrs = {
    ssl_enforcement_enabled = false
  }
}

resource "azurerm_postgresql_server" "default" {
  expect_failure = true
  attrs = {
    ssl_enforcement_enabled = null
  }
}

resource "azurerm_postgresql_server" "known_after_apply" {
  expect_unknown = true
  unknown        = ["ssl_enforcement_enabled"]
  attrs = {
    name = "s"
  }
}

resource "azurerm_postgresql_flexible_server_configuration" "on" {
  attrs = {
    name  = "require_secure_transport"
    value = "ON"
  }
}

resource "azurerm_postgresql_flexible_server_configuration" "off" {
  expect_failure = true
  attrs = {
    name  = "require_secure_transport"
    value = "off"
  }
}

resource "azurerm_postgresql_flexible_server_configuration" "other_parameter" {
  attrs = {
    name  = "wait_timeout"
    value = "off"
  }
}

resource "azurerm_postgresql_flexible_server_configuration" "known_after_apply" {
  expect_unknown = true
  unknown        = ["value"]
  attrs = {
    name = "require_secure_transport"
  }
}
