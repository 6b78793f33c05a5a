policytest {
  targets = ["disk-own-key.policy.hcl"]
}

resource "azurerm_managed_disk" "own" {
  attrs = {
    disk_encryption_set_id = "/subscriptions/s/diskEncryptionSets/d"
  }
}

resource "azurerm_managed_disk" "confidential" {
  attrs = {
    disk_encryption_set_id           = null
    secure_vm_disk_encryption_set_id = "/subscriptions/s/diskEncryptionSets/d"
  }
}

resource "azurerm_managed_disk" "default" {
  expect_failure = true
  attrs = {
    disk_encryption_set_id = null
  }
}

resource "azurerm_managed_disk" "empty" {
  expect_failure = true
  attrs = {
    disk_encryption_set_id = ""
  }
}

resource "azurerm_managed_disk" "known_after_apply" {
  expect_unknown = true
  unknown        = ["disk_encryption_set_id"]
  attrs = {
    name = "d"
  }
}
