policytest {
  targets = ["private-network.policy.hcl"]
}

resource "azurerm_container_group" "private" {
  attrs = {
    ip_address_type = "Private"
  }
}

resource "azurerm_container_group" "none" {
  attrs = {
    ip_address_type = "None"
  }
}

resource "azurerm_container_group" "public" {
  expect_failure = true
  attrs = {
    ip_address_type = "Public"
  }
}

resource "azurerm_container_group" "default" {
  expect_failure = true
  attrs = {
    ip_address_type = null
  }
}

resource "azurerm_container_group" "known_after_apply" {
  expect_unknown = true
  unknown        = ["ip_address_type"]
  attrs = {
    name = "g"
  }
}
