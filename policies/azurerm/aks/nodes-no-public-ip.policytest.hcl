policytest {
  targets = ["nodes-no-public-ip.policy.hcl"]
}

resource "azurerm_kubernetes_cluster" "wanted" {
  attrs = {
    default_node_pool = [{ node_public_ip_enabled = false }]
  }
}

resource "azurerm_kubernetes_cluster" "old_name" {
  attrs = {
    default_node_pool = [{ enable_node_public_ip = false }]
  }
}

resource "azurerm_kubernetes_cluster" "unwanted" {
  expect_failure = true
  attrs = {
    default_node_pool = [{ node_public_ip_enabled = true }]
  }
}

resource "azurerm_kubernetes_cluster" "old_name_unwanted" {
  expect_failure = true
  attrs = {
    default_node_pool = [{ enable_node_public_ip = true }]
  }
}

resource "azurerm_kubernetes_cluster" "default" {
  attrs = {
    default_node_pool = [{ node_public_ip_enabled = null }]
  }
}

resource "azurerm_kubernetes_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["default_node_pool.0.node_public_ip_enabled"]
  attrs = {
    default_node_pool = [{}]
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "wanted" {
  attrs = {
    node_public_ip_enabled = false
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "old_name" {
  attrs = {
    enable_node_public_ip = false
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "unwanted" {
  expect_failure = true
  attrs = {
    node_public_ip_enabled = true
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "old_name_unwanted" {
  expect_failure = true
  attrs = {
    enable_node_public_ip = true
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "default" {
  attrs = {
    node_public_ip_enabled = null
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "known_after_apply" {
  expect_unknown = true
  unknown        = ["node_public_ip_enabled"]
  attrs = {
    name = "n"
  }
}
