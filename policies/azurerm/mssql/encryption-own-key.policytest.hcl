policytest {
  targets = ["encryption-own-key.policy.hcl"]
}

resource "azurerm_mssql_server" "own" {
  attrs = {
    id                                           = "own"
    transparent_data_encryption_key_vault_key_id = "https://v.vault.azure.net/keys/k/1"
  }
}

resource "azurerm_mssql_server" "separate" {
  attrs = {
    id                                           = "separate"
    transparent_data_encryption_key_vault_key_id = null
  }
}

resource "azurerm_mssql_server_transparent_data_encryption" "separate" {
  attrs = {
    server_id        = azurerm_mssql_server.separate.id
    key_vault_key_id = "https://v.vault.azure.net/keys/k/1"
  }
}

resource "azurerm_mssql_server" "default" {
  expect_failure = true
  attrs = {
    id                                           = "default"
    transparent_data_encryption_key_vault_key_id = null
  }
}

resource "azurerm_mssql_server_transparent_data_encryption" "service_key" {
  expect_failure = true
  attrs = {
    server_id        = "elsewhere"
    key_vault_key_id = null
  }
}

resource "azurerm_mssql_server" "known_after_apply" {
  expect_unknown = true
  unknown        = ["transparent_data_encryption_key_vault_key_id"]
  attrs = {
    id = "later"
  }
}

resource "azurerm_mssql_server_transparent_data_encryption" "known_after_apply" {
  expect_unknown = true
  unknown        = ["key_vault_key_id"]
  attrs = {
    server_id = "elsewhere"
  }
}
