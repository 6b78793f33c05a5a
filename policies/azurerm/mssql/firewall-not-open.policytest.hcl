policytest {
  targets = ["firewall-not-open.policy.hcl"]
}

resource "azurerm_mssql_firewall_rule" "office" {
  attrs = {
    start_ip_address = "203.0.113.7"
    end_ip_address   = "203.0.113.9"
  }
}

resource "azurerm_mssql_firewall_rule" "azure_services" {
  attrs = {
    start_ip_address = "0.0.0.0"
    end_ip_address   = "0.0.0.0"
  }
}

resource "azurerm_mssql_firewall_rule" "world" {
  expect_failure = true
  attrs = {
    start_ip_address = "0.0.0.0"
    end_ip_address   = "255.255.255.255"
  }
}

resource "azurerm_mssql_firewall_rule" "most_of_the_world" {
  expect_failure = true
  attrs = {
    start_ip_address = "10.0.17.62"
    end_ip_address   = "255.255.255.255"
  }
}

resource "azurerm_mssql_firewall_rule" "from_one" {
  expect_failure = true
  attrs = {
    start_ip_address = "1.0.0.0"
    end_ip_address   = "223.255.255.255"
  }
}

resource "azurerm_mssql_firewall_rule" "network_of_ten_less_one" {
  attrs = {
    start_ip_address = "10.0.0.1"
    end_ip_address   = "10.255.255.255"
  }
}

resource "azurerm_mssql_firewall_rule" "known_after_apply" {
  expect_unknown = true
  unknown        = ["end_ip_address"]
  attrs = {
    start_ip_address = "203.0.113.7"
  }
}

resource "azurerm_sql_firewall_rule" "office" {
  attrs = {
    start_ip_address = "203.0.113.7"
    end_ip_address   = "203.0.113.9"
  }
}

resource "azurerm_sql_firewall_rule" "azure_services" {
  attrs = {
    start_ip_address = "0.0.0.0"
    end_ip_address   = "0.0.0.0"
  }
}

resource "azurerm_sql_firewall_rule" "world" {
  expect_failure = true
  attrs = {
    start_ip_address = "0.0.0.0"
    end_ip_address   = "255.255.255.255"
  }
}

resource "azurerm_sql_firewall_rule" "most_of_the_world" {
  expect_failure = true
  attrs = {
    start_ip_address = "10.0.17.62"
    end_ip_address   = "255.255.255.255"
  }
}

resource "azurerm_sql_firewall_rule" "from_one" {
  expect_failure = true
  attrs = {
    start_ip_address = "1.0.0.0"
    end_ip_address   = "223.255.255.255"
  }
}

resource "azurerm_sql_firewall_rule" "network_of_ten_less_one" {
  attrs = {
    start_ip_address = "10.0.0.1"
    end_ip_address   = "10.255.255.255"
  }
}

resource "azurerm_sql_firewall_rule" "known_after_apply" {
  expect_unknown = true
  unknown        = ["end_ip_address"]
  attrs = {
    start_ip_address = "203.0.113.7"
  }
}
