policytest {
  targets = ["no-public-rdp.policy.hcl"]
}

resource "azurerm_network_security_rule" "other_port" {
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
    protocol                    = "Tcp"
    source_port_range           = "*"
    source_address_prefix       = "10.0.0.0/8"
    source_address_prefixes     = null
    destination_port_range      = "3389"
    destination_port_ranges     = null
    destination_address_prefix  = "*"
    network_security_group_name = "elsewhere"
  }
}

resource "azurerm_network_security_rule" "from_network" {
  attrs = {
    direction                   = "Inbound"
    access                      = "Allow"
    protocol                    = "Tcp"
    source_port_range           = "*"
    source_address_prefix       = "VirtualNetwork"
    source_address_prefixes     = null
    destination_port_range      = "3389"
    destination_port_ranges     = null
    destination_address_prefix  = "*"
    network_security_group_name = "elsewhere"
  }
}

resource "azurerm_network_security_rule" "udp" {
  attrs = {
    direction                   = "Inbound"
    access                      = "Allow"
    protocol                    = "Udp"
    source_port_range           = "*"
    source_address_prefix       = "*"
    source_address_prefixes     = null
    destination_port_range      = "3389"
    destination_port_ranges     = null
    destination_address_prefix  = "*"
    network_security_group_name = "elsewhere"
  }
}

resource "azurerm_network_security_rule" "denied" {
  attrs = {
    direction                   = "Inbound"
    access                      = "Deny"
    protocol                    = "Tcp"
    source_port_range           = "*"
    source_address_prefix       = "*"
    source_address_prefixes     = null
    destination_port_range      = "3389"
    destination_port_ranges     = null
    destination_address_prefix  = "*"
    network_security_group_name = "elsewhere"
  }
}

resource "azurerm_network_security_rule" "outbound" {
  attrs = {
    direction                   = "Outbound"
    access                      = "Allow"
    protocol                    = "Tcp"
    source_port_range           = "*"
    source_address_prefix       = "*"
    source_address_prefixes     = null
    destination_port_range      = "3389"
    destination_port_ranges     = null
    destination_address_prefix  = "*"
    network_security_group_name = "elsewhere"
  }
}

resource "azurerm_network_security_rule" "other_ports" {
  attrs = {
    direction                   = "Inbound"
    access                      = "Allow"
    protocol                    = "Tcp"
    source_port_range           = "*"
    source_address_prefix       = "*"
    source_address_prefixes     = null
    destination_port_range      = null
    destination_port_ranges     = ["80", "8000-9000"]
    destination_address_prefix  = "*"
    network_security_group_name = "elsewhere"
  }
}

resource "azurerm_network_security_rule" "star" {
  expect_failure = true
  attrs = {
    direction                   = "Inbound"
    access                      = "Allow"
    protocol                    = "Tcp"
    source_port_range           = "*"
    source_address_prefix       = "*"
    source_address_prefixes     = null
    destination_port_range      = "3389"
    destination_port_ranges     = null
    destination_address_prefix  = "*"
    network_security_group_name = "elsewhere"
  }
}

resource "azurerm_network_security_rule" "internet" {
  expect_failure = true
  attrs = {
    direction                   = "Inbound"
    access                      = "Allow"
    protocol                    = "Tcp"
    source_port_range           = "*"
    source_address_prefix       = "Internet"
    source_address_prefixes     = null
    destination_port_range      = "3389"
    destination_port_ranges     = null
    destination_address_prefix  = "*"
    network_security_group_name = "elsewhere"
  }
}

resource "azurerm_network_security_rule" "any_written_out" {
  expect_failure = true
  attrs = {
    direction                   = "Inbound"
    access                      = "Allow"
    protocol                    = "Tcp"
    source_port_range           = "*"
    source_address_prefix       = "Any"
    source_address_prefixes     = null
    destination_port_range      = "3389"
    destination_port_ranges     = null
    destination_address_prefix  = "*"
    network_security_group_name = "elsewhere"
  }
}

resource "azurerm_network_security_rule" "zero" {
  expect_failure = true
  attrs = {
    direction                   = "Inbound"
    access                      = "Allow"
    protocol                    = "Tcp"
    source_port_range           = "*"
    source_address_prefix       = "0.0.0.0/0"
    source_address_prefixes     = null
    destination_port_range      = "3389"
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
    protocol                    = "Tcp"
    source_port_range           = "*"
    source_address_prefix       = null
    source_address_prefixes     = ["10.0.0.0/8", "::/0"]
    destination_port_range      = "3389"
    destination_port_ranges     = null
    destination_address_prefix  = "*"
    network_security_group_name = "elsewhere"
  }
}

resource "azurerm_network_security_rule" "in_range" {
  expect_failure = true
  attrs = {
    direction                   = "Inbound"
    access                      = "Allow"
    protocol                    = "Tcp"
    source_port_range           = "*"
    source_address_prefix       = "*"
    source_address_prefixes     = null
    destination_port_range      = "3387-3399"
    destination_port_ranges     = null
    destination_address_prefix  = "*"
    network_security_group_name = "elsewhere"
  }
}

resource "azurerm_network_security_rule" "in_ranges" {
  expect_failure = true
  attrs = {
    direction                   = "Inbound"
    access                      = "Allow"
    protocol                    = "Tcp"
    source_port_range           = "*"
    source_address_prefix       = "*"
    source_address_prefixes     = null
    destination_port_range      = ""
    destination_port_ranges     = ["80", "3389-3390"]
    destination_address_prefix  = "*"
    network_security_group_name = "elsewhere"
  }
}

resource "azurerm_network_security_rule" "all_ports" {
  expect_failure = true
  attrs = {
    direction                   = "Inbound"
    access                      = "Allow"
    protocol                    = "Tcp"
    source_port_range           = "*"
    source_address_prefix       = "*"
    source_address_prefixes     = null
    destination_port_range      = "*"
    destination_port_ranges     = null
    destination_address_prefix  = "*"
    network_security_group_name = "elsewhere"
  }
}

resource "azurerm_network_security_rule" "all_protocols" {
  expect_failure = true
  attrs = {
    direction                   = "Inbound"
    access                      = "Allow"
    protocol                    = "*"
    source_port_range           = "*"
    source_address_prefix       = "*"
    source_address_prefixes     = null
    destination_port_range      = "3389"
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
    protocol                    = "Tcp"
    source_port_range           = "*"
    source_address_prefix       = null
    source_address_prefixes     = null
    destination_port_range      = "3389"
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
    security_rule = [{ direction = "Inbound", access = "Allow", protocol = "Tcp", source_port_range = "*", source_address_prefix = "*", source_address_prefixes = null, destination_port_range = "443", destination_port_ranges = null, destination_address_prefix = "*" }, { direction = "Inbound", access = "Allow", protocol = "Tcp", source_port_range = "*", source_address_prefix = "*", source_address_prefixes = null, destination_port_range = "3389", destination_port_ranges = null, destination_address_prefix = "*" }]
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
