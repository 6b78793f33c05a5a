policytest {
  targets = ["host-encryption.policy.hcl"]
}

resource "azurerm_kubernetes_cluster" "wanted" {
  attrs = {
    default_node_pool = [{ host_encryption_enabled = true }]
  }
}

resource "azurerm_kubernetes_cluster" "old_name" {
  attrs = {
    default_node_pool = [{ enable_host_encryption = true }]
  }
}

resource "azurerm_kubernetes_cluster" "unwanted" {
  expect_failure = true
  attrs = {
    default_node_pool = [{ host_encryption_enabled = false }]
  }
}

resource "azurerm_kubernetes_cluster" "old_name_unwanted" {
  expect_failure = true
  attrs = {
    default_node_pool = [{ enable_host_encryption = false }]
  }
}

resource "azurerm_kubernetes_cluster" "default" {
  expect_failure = true
  attrs = {
    default_node_pool = [{ host_encryption_enabled = null }]
  }
}

resource "azurerm_kubernetes_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["default_node_pool.0.host_encryption_enabled"]
  attrs = {
    default_node_pool = [{}]
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "wanted" {
  attrs = {
    host_encryption_enabled = true
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "old_name" {
  attrs = {
    enable_host_encryption = true
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "unwanted" {
  expect_failure = true
  attrs = {
    host_encryption_enabled = false
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "old_name_unwanted" {
  expect_failure = true
  attrs = {
    enable_host_encryption = false
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "default" {
  expect_failure = true
  attrs = {
    host_encryption_enabled = null
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "known_after_apply" {
  expect_unknown = true
  unknown        = ["host_encryption_enabled"]
  attrs = {
    name = "n"
  }
}
