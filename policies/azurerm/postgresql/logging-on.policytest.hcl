policytest {
  targets = ["logging-on.policy.hcl"]
}

resource "azurerm_postgresql_configuration" "on" {
  attrs = {
    name  = "log_connections"
    value = "ON"
  }
}

resource "azurerm_postgresql_configuration" "log_checkpoints_off" {
  expect_failure = true
  attrs = {
    name  = "log_checkpoints"
    value = "off"
  }
}

resource "azurerm_postgresql_configuration" "log_connections_off" {
  expect_failure = true
  attrs = {
    name  = "log_connections"
    value = "off"
  }
}

resource "azurerm_postgresql_configuration" "log_disconnections_off" {
  expect_failure = true
  attrs = {
    name  = "log_disconnections"
    value = "off"
  }
}

resource "azurerm_postgresql_configuration" "connection_throttling_off" {
  expect_failure = true
  attrs = {
    name  = "connection_throttling"
    value = "off"
  }
}

resource "azurerm_postgresql_configuration" "connection_throttle_enable_off" {
  expect_failure = true
  attrs = {
    name  = "connection_throttle.enable"
    value = "off"
  }
}

resource "azurerm_postgresql_configuration" "other_parameter" {
  attrs = {
    name  = "log_duration"
    value = "off"
  }
}

resource "azurerm_postgresql_configuration" "known_after_apply" {
  expect_unknown = true
  unknown        = ["value"]
  attrs = {
    name = "log_connections"
  }
}

resource "azurerm_postgresql_flexible_server_configuration" "on" {
  attrs = {
    name  = "log_connections"
    value = "ON"
  }
}

resource "azurerm_postgresql_flexible_server_configuration" "log_checkpoints_off" {
  expect_failure = true
  attrs = {
    name  = "log_checkpoints"
    value = "off"
  }
}

resource "azurerm_postgresql_flexible_server_configuration" "log_connections_off" {
  expect_failure = true
  attrs = {
    name  = "log_connections"
    value = "off"
  }
}

resource "azurerm_postgresql_flexible_server_configuration" "log_disconnections_off" {
  expect_failure = true
  attrs = {
    name  = "log_disconnections"
    value = "off"
  }
}

resource "azurerm_postgresql_flexible_server_configuration" "connection_throttling_off" {
  expect_failure = true
  attrs = {
    name  = "connection_throttling"
    value = "off"
  }
}

resource "azurerm_postgresql_flexible_server_configuration" "connection_throttle_enable_off" {
  expect_failure = true
  attrs = {
    name  = "connection_throttle.enable"
    value = "off"
  }
}

resource "azurerm_postgresql_flexible_server_configuration" "other_parameter" {
  attrs = {
    name  = "log_duration"
    value = "off"
  }
}

resource "azurerm_postgresql_flexible_server_configuration" "known_after_apply" {
  expect_unknown = true
  unknown        = ["value"]
  attrs = {
    name = "log_connections"
  }
}
