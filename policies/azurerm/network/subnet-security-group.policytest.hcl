policytest {
  targets = ["subnet-security-group.policy.hcl"]
}

resource "azurerm_subnet" "first" {
  attrs = {
    name = "first"
    id   = "/s/first"
  }
}

resource "azurerm_subnet_network_security_group_association" "first" {
  attrs = {
    subnet_id = azurerm_subnet.first.id
  }
}

resource "azurerm_subnet" "second" {
  attrs = {
    name = "second"
    id   = "/s/second"
  }
}

resource "azurerm_subnet_network_security_group_association" "second" {
  attrs = {
    subnet_id = azurerm_subnet.second.id
  }
}

resource "azurerm_subnet" "old_inline" {
  attrs = {
    name                      = "old"
    id                        = "/s/old"
    network_security_group_id = "/s/nsg"
  }
}

resource "azurerm_subnet" "existing" {
  expect_failure = true
  attrs = {
    name = "existing"
    id   = "/s/existing"
  }
}

resource "azurerm_subnet" "gateway" {
  attrs = {
    name = "GatewaySubnet"
    id   = "/s/gateway"
  }
}

resource "azurerm_subnet" "known_after_apply" {
  expect_unknown = true
  unknown        = ["id"]
  attrs = {
    name = "later"
  }
}
