policytest {
  targets = ["own-key.policy.hcl"]
}

resource "azurerm_cosmosdb_account" "own" {
  attrs = {
    key_vault_key_id = "https://v.vault.azure.net/keys/k"
  }
}

resource "azurerm_cosmosdb_account" "hsm" {
  attrs = {
    key_vault_key_id   = null
    managed_hsm_key_id = "https://h.managedhsm.azure.net/keys/k"
  }
}

resource "azurerm_cosmosdb_account" "default" {
  expect_failure = true
  attrs = {
    key_vault_key_id = null
  }
}

resource "azurerm_cosmosdb_account" "empty" {
  expect_failure = true
  attrs = {
    key_vault_key_id = ""
  }
}

resource "azurerm_cosmosdb_account" "known_after_apply" {
  expect_unknown = true
  unknown        = ["key_vault_key_id"]
  attrs = {
    name = "c"
  }
}
