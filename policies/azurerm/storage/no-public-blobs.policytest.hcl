policytest {
  targets = ["no-public-blobs.policy.hcl"]
}

resource "azurerm_storage_account" "private" {
  attrs = {
    allow_nested_items_to_be_public = false
  }
}

resource "azurerm_storage_account" "old_name" {
  attrs = {
    allow_blob_public_access = false
  }
}

resource "azurerm_storage_account" "allowed" {
  expect_failure = true
  attrs = {
    allow_nested_items_to_be_public = true
  }
}

resource "azurerm_storage_account" "old_name_allowed" {
  expect_failure = true
  attrs = {
    allow_blob_public_access = true
  }
}

resource "azurerm_storage_account" "default" {
  expect_failure = true
  attrs = {
    allow_nested_items_to_be_public = null
  }
}

resource "azurerm_storage_account" "known_after_apply" {
  expect_unknown = true
  unknown        = ["allow_nested_items_to_be_public"]
  attrs = {
    name = "a"
  }
}
