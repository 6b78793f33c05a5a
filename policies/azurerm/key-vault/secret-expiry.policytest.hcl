policytest {
  targets = ["secret-expiry.policy.hcl"]
}

resource "azurerm_key_vault_secret" "dated" {
  attrs = {
    expiration_date = "2030-01-01T00:00:00Z"
  }
}

resource "azurerm_key_vault_secret" "default" {
  expect_failure = true
  attrs = {
    expiration_date = null
  }
}

resource "azurerm_key_vault_secret" "empty" {
  expect_failure = true
  attrs = {
    expiration_date = ""
  }
}

resource "azurerm_key_vault_secret" "known_after_apply" {
  expect_unknown = true
  unknown        = ["expiration_date"]
  attrs = {
    name = "s"
  }
}
