policytest {
  targets = ["min-tls.policy.hcl"]
}

resource "azurerm_mysql_server" "modern" {
  attrs = {
    ssl_minimal_tls_version_enforced = "TLS1_2"
  }
}

resource "azurerm_mysql_server" "old" {
  expect_failure = true
  attrs = {
    ssl_minimal_tls_version_enforced = "TLS1_0"
  }
}

resource "azurerm_mysql_server" "none" {
  expect_failure = true
  attrs = {
    ssl_minimal_tls_version_enforced = "TLSEnforcementDisabled"
  }
}

resource "azurerm_mysql_server" "old_default" {
  expect_failure = true
  attrs = {
    ssl_minimal_tls_version_enforced = null
  }
}

resource "azurerm_mysql_server" "known_after_apply" {
  expect_unknown = true
  unknown        = ["ssl_minimal_tls_version_enforced"]
  attrs = {
    name = "s"
  }
}

resource "azurerm_mysql_flexible_server_configuration" "modern" {
  attrs = {
    name  = "tls_version"
    value = "TLSv1.2,TLSv1.3"
  }
}

resource "azurerm_mysql_flexible_server_configuration" "old" {
  expect_failure = true
  attrs = {
    name  = "tls_version"
    value = "TLSv1.1,TLSv1.2"
  }
}

resource "azurerm_mysql_flexible_server_configuration" "other_parameter" {
  attrs = {
    name  = "x"
    value = "TLSv1"
  }
}

resource "azurerm_mysql_flexible_server_configuration" "known_after_apply" {
  expect_unknown = true
  unknown        = ["value"]
  attrs = {
    name = "tls_version"
  }
}
