policytest {
  targets = ["disk-own-key.policy.hcl"]
}

resource "azurerm_kubernetes_cluster" "own" {
  attrs = {
    disk_encryption_set_id = "/s/d"
  }
}

resource "azurerm_kubernetes_cluster" "default" {
  expect_failure = true
  attrs = {
    disk_encryption_set_id = null
  }
}

resource "azurerm_kubernetes_cluster" "empty" {
  expect_failure = true
  attrs = {
    disk_encryption_set_id = ""
  }
}

resource "azurerm_kubernetes_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["disk_encryption_set_id"]
  attrs = {
    name = "c"
  }
}
