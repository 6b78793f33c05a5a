policytest {
  targets = ["soft-delete.policy.hcl"]
}

resource "azurerm_storage_account" "kept" {
  attrs = {
    account_kind    = "StorageV2"
    blob_properties = [{ delete_retention_policy = [{ days = 7 }], container_delete_retention_policy = [{ days = 30 }] }]
  }
}

resource "azurerm_storage_account" "too_short" {
  expect_failure = true
  attrs = {
    account_kind    = "StorageV2"
    blob_properties = [{ delete_retention_policy = [{ days = 6 }], container_delete_retention_policy = [{ days = 30 }] }]
  }
}

resource "azurerm_storage_account" "no_containers" {
  expect_failure = true
  attrs = {
    account_kind    = "StorageV2"
    blob_properties = [{ delete_retention_policy = [{ days = 7 }], container_delete_retention_policy = [] }]
  }
}

resource "azurerm_storage_account" "default" {
  expect_failure = true
  attrs = {
    account_kind    = "StorageV2"
    blob_properties = []
  }
}

resource "azurerm_storage_account" "longer_wanted" {
  expect_failure = true
  attrs = {
    blob_properties = [{ delete_retention_policy = [{ days = 7 }], container_delete_retention_policy = [{ days = 7 }] }]
  }
  inputs {
    soft-delete-days-min = 14
  }
}

resource "azurerm_storage_account" "files" {
  attrs = {
    account_kind    = "FileStorage"
    blob_properties = []
  }
}

resource "azurerm_storage_account" "known_after_apply" {
  expect_unknown = true
  unknown        = ["blob_properties"]
  attrs = {
    account_kind = "StorageV2"
  }
}
