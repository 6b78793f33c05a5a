policytest {
  targets = ["no-public-access.policy.hcl"]
}

resource "azurerm_redis_cache" "closed" {
  attrs = {
    public_network_access_enabled = false
  }
}

resource "azurerm_redis_cache" "in_subnet" {
  attrs = {
    public_network_access_enabled = true
    subnet_id                     = "/s/subnet"
  }
}

resource "azurerm_redis_cache" "open" {
  expect_failure = true
  attrs = {
    public_network_access_enabled = true
    subnet_id                     = null
  }
}

resource "azurerm_redis_cache" "default" {
  expect_failure = true
  attrs = {
    public_network_access_enabled = null
    subnet_id                     = ""
  }
}

resource "azurerm_redis_cache" "known_after_apply" {
  expect_unknown = true
  unknown        = ["public_network_access_enabled"]
  attrs = {
    subnet_id = null
  }
}
