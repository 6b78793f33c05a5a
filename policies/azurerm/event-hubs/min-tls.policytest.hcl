policytest {
  targets = ["min-tls.policy.hcl"]
}

resource "azurerm_eventhub_namespace" "modern" {
  attrs = {
    minimum_tls_version = "1.2"
  }
}

resource "azurerm_eventhub_namespace" "default" {
  attrs = {
    minimum_tls_version = null
  }
}

resource "azurerm_eventhub_namespace" "old" {
  expect_failure = true
  attrs = {
    minimum_tls_version = "1.0"
  }
}

resource "azurerm_eventhub_namespace" "known_after_apply" {
  expect_unknown = true
  unknown        = ["minimum_tls_version"]
  attrs = {
    name = "n"
  }
}
