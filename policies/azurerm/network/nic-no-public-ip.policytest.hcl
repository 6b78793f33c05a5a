policytest {
  targets = ["nic-no-public-ip.policy.hcl"]
}

resource "azurerm_network_interface" "private" {
  attrs = {
    ip_configuration = [{ name = "a", public_ip_address_id = null }, { name = "b", public_ip_address_id = "" }]
  }
}

resource "azurerm_network_interface" "public" {
  expect_failure = true
  attrs = {
    ip_configuration = [{ name = "a", public_ip_address_id = null }, { name = "b", public_ip_address_id = "/subscriptions/s/publicIPAddresses/p" }]
  }
}

resource "azurerm_network_interface" "known_after_apply" {
  expect_unknown = true
  unknown        = ["ip_configuration.0.public_ip_address_id"]
  attrs = {
    ip_configuration = [{ name = "a" }]
  }
}
