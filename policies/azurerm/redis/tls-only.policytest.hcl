policytest {
  targets = ["tls-only.policy.hcl"]
}

resource "azurerm_redis_cache" "wanted" {
  attrs = {
    non_ssl_port_enabled = false
  }
}

resource "azurerm_redis_cache" "unwanted" {
  expect_failure = true
  attrs = {
    non_ssl_port_enabled = true
  }
}

resource "azurerm_redis_cache" "default" {
  attrs = {
    non_ssl_port_enabled = null
  }
}

resource "azurerm_redis_cache" "old_name_wanted" {
  attrs = {
    enable_non_ssl_port = false
  }
}

resource "azurerm_redis_cache" "old_name_unwanted" {
  expect_failure = true
  attrs = {
    enable_non_ssl_port = true
  }
}

resource "azurerm_redis_cache" "known_after_apply" {
  expect_unknown = true
  unknown        = ["non_ssl_port_enabled"]
  attrs = {
    non_ssl_port_enabled = false
  }
}
