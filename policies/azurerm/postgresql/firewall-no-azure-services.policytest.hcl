policytest {
  targets = ["firewall-no-azure-services.policy.hcl"]
}

resource "azurerm_postgresql_firewall_rule" "office" {
  attrs = {
    start_ip_address = "203.0.113.7"
    end_ip_address   = "203.0.113.9"
  }
}

resource "azurerm_postgresql_firewall_rule" "all_of_azure" {
  expect_failure = true
  attrs = {
    start_ip_address = "0.0.0.0"
    end_ip_address   = "0.0.0.0"
  }
}

resource "azurerm_postgresql_firewall_rule" "known_end" {
  unknown = ["start_ip_address"]
  attrs = {
    end_ip_address = "203.0.113.9"
  }
}

resource "azurerm_postgresql_firewall_rule" "known_after_apply" {
  expect_unknown = true
  unknown        = ["end_ip_address"]
  attrs = {
    start_ip_address = "0.0.0.0"
  }
}

resource "azurerm_postgresql_flexible_server_firewall_rule" "office" {
  attrs = {
    start_ip_address = "203.0.113.7"
    end_ip_address   = "203.0.113.9"
  }
}

resource "azurerm_postgresql_flexible_server_firewall_rule" "all_of_azure" {
  expect_failure = true
  attrs = {
    start_ip_address = "0.0.0.0"
    end_ip_address   = "0.0.0.0"
  }
}

resource "azurerm_postgresql_flexible_server_firewall_rule" "known_end" {
  unknown = ["start_ip_address"]
  attrs = {
    end_ip_address = "203.0.113.9"
  }
}

resource "azurerm_postgresql_flexible_server_firewall_rule" "known_after_apply" {
  expect_unknown = true
  unknown        = ["end_ip_address"]
  attrs = {
    start_ip_address = "0.0.0.0"
  }
}
