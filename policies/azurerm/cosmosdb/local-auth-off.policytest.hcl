policytest {
  targets = ["local-auth-off.policy.hcl"]
}

resource "azurerm_cosmosdb_account" "wanted" {
  attrs = {
    local_authentication_disabled = true
  }
}

resource "azurerm_cosmosdb_account" "unwanted" {
  expect_failure = true
  attrs = {
    local_authentication_disabled = false
  }
}

resource "azurerm_cosmosdb_account" "default" {
  expect_failure = true
  attrs = {
    local_authentication_disabled = null
  }
}

resource "azurerm_cosmosdb_account" "known_after_apply" {
  expect_unknown = true
  unknown        = ["local_authentication_disabled"]
  attrs = {
    local_authentication_disabled = true
  }
}

resource "azurerm_cosmosdb_account" "mongo" {
  attrs = {
    local_authentication_disabled = false
    kind                          = "MongoDB"
  }
}

resource "azurerm_cosmosdb_account" "table" {
  attrs = {
    local_authentication_disabled = false
    capabilities                  = [{ name = "EnableTable" }]
  }
}
