policytest {
  targets = ["no-public-udp.policy.hcl"]
}

resource "azurerm_network_security_rule" "web" {
  attrs = {
    direction                   = "Inbound"
    access                      = "Allow"
    protocol                    = "Tcp"
    source_port_range           = "*"
    source_address_prefix       = "*"
    source_address_prefixes     = null
    destination_port_range      = "443"
    destination_port_ranges     = null
    destination_address_prefix  = "*"
    network_security_group_name = "elsewhere"
  }
}

resource "azurerm_network_security_rule" "from_inside" {
  attrs = {
    direction                   = "Inbound"
    access                      = "Allow"
    protocol                    = "Udp"
    source_port_range           = "*"
    source_address_prefix       = "10.0.0.0/8"
    source_address_prefixes     = null
    destination_port_range      = "443"
    destination_port_ranges     = null
    destination_address_prefix  = "*"
    network_security_group_name = "elsewhere"
  }
}

resource "azurerm_network_security_rule" "denied" {
  attrs = {
    direction                   = "Inbound"
    access                      = "Deny"
    protocol                    = "Udp"
    source_port_range           = "*"
    source_address_prefix       = "*"
    source_address_prefixes     = null
    destination_port_range      = "443"
    destination_port_ranges     = null
    destination_address_prefix  = "*"
    network_security_group_name = "elsewhere"
  }
}

resource "azurerm_network_security_rule" "dns" {
  expect_failure = true
  attrs = {
    direction                   = "Inbound"
    access                      = "Allow"
    protocol                    = "Udp"
    source_port_range           = "*"
    source_address_prefix       = "*"
    source_address_prefixes     = null
    destination_port_range      = "53"
    destination_port_ranges     = null
    destination_address_prefix  = "*"
    network_security_group_name = "elsewhere"
  }
}

resource "azurerm_network_security_rule" "in_list" {
  expect_failure = true
  attrs = {
    direction                   = "Inbound"
    access                      = "Allow"
    protocol                    = "UDP"
    source_port_range           = "*"
    source_address_prefix       = null
    source_address_prefixes     = ["0.0.0.0/0"]
    destination_port_range      = "443"
    destination_port_ranges     = null
    destination_address_prefix  = "*"
    network_security_group_name = "elsewhere"
  }
}

resource "azurerm_network_security_rule" "source_known_after_apply" {
  expect_unknown = true
  unknown        = ["source_address_prefix"]
  attrs = {
    direction                   = "Inbound"
    access                      = "Allow"
    protocol                    = "Udp"
    source_port_range           = "*"
    source_address_prefix       = null
    source_address_prefixes     = null
    destination_port_range      = "53"
    destination_port_ranges     = null
    destination_address_prefix  = "*"
    network_security_group_name = "elsewhere"
  }
}

resource "azurerm_network_security_group" "inline" {
  attrs = {
    name          = "inline"
    security_rule = [{ direction = "Inbound", access = "Allow", protocol = "Tcp", source_port_range = "*", source_address_prefix = "*", source_address_prefixes = null, destination_port_range = "443", destination_port_ranges = null, destination_address_prefix = "*" }]
  }
}

resource "azurerm_network_security_group" "empty" {
  attrs = {
    name          = "empty"
    security_rule = []
  }
}

resource "azurerm_network_security_group" "inline_open" {
  expect_failure = true
  attrs = {
    name          = "inline-open"
    security_rule = [{ direction = "Inbound", access = "Allow", protocol = "Tcp", source_port_range = "*", source_address_prefix = "*", source_address_prefixes = null, destination_port_range = "443", destination_port_ranges = null, destination_address_prefix = "*" }, { direction = "Inbound", access = "Allow", protocol = "Udp", source_port_range = "*", source_address_prefix = "*", source_address_prefixes = null, destination_port_range = "53", destination_port_ranges = null, destination_address_prefix = "*" }]
  }
}

resource "azurerm_network_security_group" "separate_rules" {
  unknown = ["security_rule"]
  attrs = {
    name = "separate"
  }
}

resource "azurerm_network_security_rule" "separate" {
  attrs = {
    direction                   = "Inbound"
    access                      = "Allow"
    protocol                    = "Tcp"
    source_port_range           = "*"
    source_address_prefix       = "*"
    source_address_prefixes     = null
    destination_port_range      = "443"
    destination_port_ranges     = null
    destination_address_prefix  = "*"
    network_security_group_name = azurerm_network_security_group.separate_rules.name
  }
}

resource "azurerm_network_security_group" "known_after_apply" {
  expect_unknown = true
  unknown        = ["security_rule"]
  attrs = {
    name = "later"
  }
}
