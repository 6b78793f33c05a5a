policytest {
  targets = ["no-public-access.policy.hcl"]
}

resource "azurerm_mysql_server" "closed" {
  attrs = {
    public_network_access_enabled = false
  }
}

resource "azurerm_mysql_server" "open" {
  expect_failure = true
  attrs = {
    public_network_access_enabled = true
  }
}

resource "azurerm_mysql_server" "default" {
  expect_failure = true
  attrs = {
    public_network_access_enabled = null
  }
}

resource "azurerm_mysql_server" "known_after_apply" {
  expect_unknown = true
  unknown        = ["public_network_access_enabled"]
  attrs = {
    name = "s"
  }
}

resource "azurerm_mysql_flexible_server" "closed" {
  attrs = {
    public_network_access_enabled = false
    delegated_subnet_id           = null
  }
}

resource "azurerm_mysql_flexible_server" "renamed" {
  attrs = {
    public_network_access = "Disabled"
    delegated_subnet_id   = null
  }
}

resource "azurerm_mysql_flexible_server" "in_subnet" {
  unknown = ["public_network_access_enabled"]
  attrs = {
    delegated_subnet_id = "/subscriptions/s/subnets/db"
  }
}

resource "azurerm_mysql_flexible_server" "open" {
  expect_failure = true
  attrs = {
    public_network_access_enabled = true
    delegated_subnet_id           = null
  }
}

resource "azurerm_mysql_flexible_server" "renamed_open" {
  expect_failure = true
  attrs = {
    public_network_access = "Enabled"
    delegated_subnet_id   = ""
  }
}

resource "azurerm_mysql_flexible_server" "known_after_apply" {
  expect_unknown = true
  unknown        = ["delegated_subnet_id"]
  attrs = {
    public_network_access_enabled = true
  }
}
