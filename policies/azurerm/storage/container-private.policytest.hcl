policytest {
  targets = ["container-private.policy.hcl"]
}

resource "azurerm_storage_container" "private" {
  attrs = {
    container_access_type = "private"
  }
}

resource "azurerm_storage_container" "default" {
  attrs = {
    container_access_type = null
  }
}

resource "azurerm_storage_container" "blob" {
  expect_failure = true
  attrs = {
    container_access_type = "blob"
  }
}

resource "azurerm_storage_container" "container" {
  expect_failure = true
  attrs = {
    container_access_type = "container"
  }
}

resource "azurerm_storage_container" "known_after_apply" {
  expect_unknown = true
  unknown        = ["container_access_type"]
  attrs = {
    name = "c"
  }
}
