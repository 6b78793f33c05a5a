policytest {
  targets = ["anonymous-pull-off.policy.hcl"]
}

resource "azurerm_container_registry" "wanted" {
  attrs = {
    anonymous_pull_enabled = false
  }
}

resource "azurerm_container_registry" "unwanted" {
  expect_failure = true
  attrs = {
    anonymous_pull_enabled = true
  }
}

resource "azurerm_container_registry" "default" {
  attrs = {
    anonymous_pull_enabled = null
  }
}

resource "azurerm_container_registry" "known_after_apply" {
  expect_unknown = true
  unknown        = ["anonymous_pull_enabled"]
  attrs = {
    anonymous_pull_enabled = false
  }
}
