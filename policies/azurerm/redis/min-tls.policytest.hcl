policytest {
  targets = ["min-tls.policy.hcl"]
}

resource "azurerm_redis_cache" "modern" {
  attrs = {
    minimum_tls_version = "1.2"
  }
}

resource "azurerm_redis_cache" "old" {
  expect_failure = true
  attrs = {
    minimum_tls_version = "1.0"
  }
}

resource "azurerm_redis_cache" "default" {
  expect_failure = true
  attrs = {
    minimum_tls_version = null
  }
}

resource "azurerm_redis_cache" "known_after_apply" {
  expect_unknown = true
  unknown        = ["minimum_tls_version"]
  attrs = {
    name = "r"
  }
}
