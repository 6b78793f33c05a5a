policytest {
  targets = ["min-tls.policy.hcl"]
}

resource "azurerm_storage_account" "modern" {
  attrs = {
    min_tls_version = "TLS1_2"
  }
}

resource "azurerm_storage_account" "newest" {
  attrs = {
    min_tls_version = "TLS1_3"
  }
}

resource "azurerm_storage_account" "default" {
  attrs = {
    min_tls_version = null
  }
}

resource "azurerm_storage_account" "old" {
  expect_failure = true
  attrs = {
    min_tls_version = "TLS1_0"
  }
}

resource "azurerm_storage_account" "less_old" {
  expect_failure = true
  attrs = {
    min_tls_version = "TLS1_1"
  }
}

resource "azurerm_storage_account" "known_after_apply" {
  expect_unknown = true
  unknown        = ["min_tls_version"]
  attrs = {
    name = "a"
  }
}
