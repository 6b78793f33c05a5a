policytest {
  targets = ["client-certificates.policy.hcl"]
}

resource "azurerm_app_service" "on" {
  attrs = {
    client_cert_enabled = true
  }
}

resource "azurerm_app_service" "off" {
  expect_failure = true
  attrs = {
    client_cert_enabled = false
  }
}

resource "azurerm_app_service" "default" {
  expect_failure = true
  attrs = {
    client_cert_enabled = null
  }
}

resource "azurerm_app_service" "known_after_apply" {
  expect_unknown = true
  unknown        = ["client_cert_enabled"]
  attrs = {
    name = "a"
  }
}

resource "azurerm_linux_web_app" "on" {
  attrs = {
    client_certificate_enabled = true
  }
}

resource "azurerm_linux_web_app" "off" {
  expect_failure = true
  attrs = {
    client_certificate_enabled = false
  }
}

resource "azurerm_linux_web_app" "default" {
  expect_failure = true
  attrs = {
    client_certificate_enabled = null
  }
}

resource "azurerm_linux_web_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["client_certificate_enabled"]
  attrs = {
    name = "a"
  }
}

resource "azurerm_windows_web_app" "on" {
  attrs = {
    client_certificate_enabled = true
  }
}

resource "azurerm_windows_web_app" "off" {
  expect_failure = true
  attrs = {
    client_certificate_enabled = false
  }
}

resource "azurerm_windows_web_app" "default" {
  expect_failure = true
  attrs = {
    client_certificate_enabled = null
  }
}

resource "azurerm_windows_web_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["client_certificate_enabled"]
  attrs = {
    name = "a"
  }
}
