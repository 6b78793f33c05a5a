policytest {
  targets = ["disk-not-public.policy.hcl"]
}

resource "azurerm_managed_disk" "closed" {
  attrs = {
    public_network_access_enabled = false
    network_access_policy         = null
  }
}

resource "azurerm_managed_disk" "denied" {
  attrs = {
    public_network_access_enabled = true
    network_access_policy         = "DenyAll"
  }
}

resource "azurerm_managed_disk" "private" {
  attrs = {
    network_access_policy = "AllowPrivate"
  }
}

resource "azurerm_managed_disk" "open" {
  expect_failure = true
  attrs = {
    public_network_access_enabled = true
    network_access_policy         = "AllowAll"
  }
}

resource "azurerm_managed_disk" "default" {
  expect_failure = true
  attrs = {
    public_network_access_enabled = null
    network_access_policy         = null
  }
}

resource "azurerm_managed_disk" "known_after_apply" {
  expect_unknown = true
  unknown        = ["public_network_access_enabled"]
  attrs = {
    network_access_policy = null
  }
}
