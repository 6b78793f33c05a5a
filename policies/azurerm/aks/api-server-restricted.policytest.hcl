policytest {
  targets = ["api-server-restricted.policy.hcl"]
}

resource "azurerm_kubernetes_cluster" "private" {
  attrs = {
    private_cluster_enabled   = true
    api_server_access_profile = []
  }
}

resource "azurerm_kubernetes_cluster" "ranges" {
  attrs = {
    private_cluster_enabled   = false
    api_server_access_profile = [{ authorized_ip_ranges = ["203.0.113.0/24"] }]
  }
}

resource "azurerm_kubernetes_cluster" "old_ranges" {
  attrs = {
    api_server_authorized_ip_ranges = ["203.0.113.0/24"]
  }
}

resource "azurerm_kubernetes_cluster" "open" {
  expect_failure = true
  attrs = {
    private_cluster_enabled   = false
    api_server_access_profile = []
  }
}

resource "azurerm_kubernetes_cluster" "default" {
  expect_failure = true
  attrs = {
    private_cluster_enabled         = null
    api_server_authorized_ip_ranges = null
  }
}

resource "azurerm_kubernetes_cluster" "world" {
  expect_failure = true
  attrs = {
    private_cluster_enabled   = false
    api_server_access_profile = [{ authorized_ip_ranges = ["0.0.0.0/0"] }]
  }
}

resource "azurerm_kubernetes_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["api_server_access_profile"]
  attrs = {
    private_cluster_enabled = false
  }
}
