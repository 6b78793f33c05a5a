policytest {
  targets = ["key-expiry.policy.hcl"]
}

resource "azurerm_key_vault_key" "dated" {
  attrs = {
    expiration_date = "2030-01-01T00:00:00Z"
    rotation_policy = []
  }
}

resource "azurerm_key_vault_key" "rotated" {
  attrs = {
    expiration_date = null
    rotation_policy = [{ expire_after = "P90D" }]
  }
}

resource "azurerm_key_vault_key" "default" {
  expect_failure = true
  attrs = {
    expiration_date = null
    rotation_policy = []
  }
}

resource "azurerm_key_vault_key" "rotated_without_end" {
  expect_failure = true
  attrs = {
    expiration_date = ""
    rotation_policy = [{ expire_after = null }]
  }
}

resource "azurerm_key_vault_key" "known_after_apply" {
  expect_unknown = true
  unknown        = ["expiration_date"]
  attrs = {
    rotation_policy = []
  }
}
