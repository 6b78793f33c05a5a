policytest {
  targets = ["min-tls.policy.hcl"]
}

resource "azurerm_postgresql_server" "modern" {
  attrs = {
    ssl_minimal_tls_version_enforced = "TLS1_2"
  }
}

resource "azurerm_postgresql_server" "old" {
  expect_failure = true
  attrs = {
    ssl_minimal_tls_version_enforced = "TLS1_0"
  }
}

resource "azurerm_postgresql_server" "none" {
  expect_failure = true
  attrs = {
    ssl_minimal_tls_version_enforced = "TLSEnforcementDisabled"
  }
}

resource "azurerm_postgresql_server" "old_default" {
  expect_failure = true
  attrs = {
    ssl_minimal_tls_version_enforced = null
  }
}

resource "azurerm_postgresql_server" "known_after_apply" {
  expect_unknown = true
  unknown        = ["ssl_minimal_tls_version_enforced"]
  attrs = {
    name = "s"
  }
}

resource "azurerm_postgresql_flexible_server_configuration" "modern" {
  attrs = {
    name  = "ssl_min_protocol_version"
    value = "TLSv1.2"
  }
}

resource "azurerm_postgresql_flexible_server_configuration" "old" {
  expect_failure = true
  attrs = {
    name  = "ssl_min_protocol_version"
    value = "TLSv1.1"
  }
}

resource "azurerm_postgresql_flexible_server_configuration" "other_parameter" {
  attrs = {
    name  = "x"
    value = "TLSv1"
  }
}

resource "azurerm_postgresql_flexible_server_configuration" "known_after_apply" {
  expect_unknown = true
  unknown        = ["value"]
  attrs = {
    name = "ssl_min_protocol_version"
  }
}
