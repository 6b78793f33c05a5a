policytest {
  targets = ["ftps-only.policy.hcl"]
}

resource "azurerm_app_service" "off" {
  attrs = {
    site_config = [{ ftps_state = "Disabled" }]
  }
}

resource "azurerm_app_service" "encrypted" {
  attrs = {
    site_config = [{ ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_app_service" "default" {
  expect_failure = true
  attrs = {
    site_config = [{ ftps_state = null }]
  }
}

resource "azurerm_app_service" "plain" {
  expect_failure = true
  attrs = {
    site_config = [{ ftps_state = "AllAllowed" }]
  }
}

resource "azurerm_app_service" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.ftps_state"]
  attrs = {
    site_config = [{}]
  }
}

resource "azurerm_linux_web_app" "off" {
  attrs = {
    site_config = [{ ftps_state = "Disabled" }]
  }
}

resource "azurerm_linux_web_app" "encrypted" {
  attrs = {
    site_config = [{ ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_linux_web_app" "default" {
  attrs = {
    site_config = [{ ftps_state = null }]
  }
}

resource "azurerm_linux_web_app" "plain" {
  expect_failure = true
  attrs = {
    site_config = [{ ftps_state = "AllAllowed" }]
  }
}

resource "azurerm_linux_web_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.ftps_state"]
  attrs = {
    site_config = [{}]
  }
}

resource "azurerm_windows_web_app" "off" {
  attrs = {
    site_config = [{ ftps_state = "Disabled" }]
  }
}

resource "azurerm_windows_web_app" "encrypted" {
  attrs = {
    site_config = [{ ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_windows_web_app" "default" {
  attrs = {
    site_config = [{ ftps_state = null }]
  }
}

resource "azurerm_windows_web_app" "plain" {
  expect_failure = true
  attrs = {
    site_config = [{ ftps_state = "AllAllowed" }]
  }
}

resource "azurerm_windows_web_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.ftps_state"]
  attrs = {
    site_config = [{}]
  }
}

resource "azurerm_app_service_slot" "off" {
  attrs = {
    site_config = [{ ftps_state = "Disabled" }]
  }
}

resource "azurerm_app_service_slot" "encrypted" {
  attrs = {
    site_config = [{ ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_app_service_slot" "default" {
  expect_failure = true
  attrs = {
    site_config = [{ ftps_state = null }]
  }
}

resource "azurerm_app_service_slot" "plain" {
  expect_failure = true
  attrs = {
    site_config = [{ ftps_state = "AllAllowed" }]
  }
}

resource "azurerm_app_service_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.ftps_state"]
  attrs = {
    site_config = [{}]
  }
}

resource "azurerm_linux_web_app_slot" "off" {
  attrs = {
    site_config = [{ ftps_state = "Disabled" }]
  }
}

resource "azurerm_linux_web_app_slot" "encrypted" {
  attrs = {
    site_config = [{ ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_linux_web_app_slot" "default" {
  attrs = {
    site_config = [{ ftps_state = null }]
  }
}

resource "azurerm_linux_web_app_slot" "plain" {
  expect_failure = true
  attrs = {
    site_config = [{ ftps_state = "AllAllowed" }]
  }
}

resource "azurerm_linux_web_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.ftps_state"]
  attrs = {
    site_config = [{}]
  }
}

resource "azurerm_windows_web_app_slot" "off" {
  attrs = {
    site_config = [{ ftps_state = "Disabled" }]
  }
}

resource "azurerm_windows_web_app_slot" "encrypted" {
  attrs = {
    site_config = [{ ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_windows_web_app_slot" "default" {
  attrs = {
    site_config = [{ ftps_state = null }]
  }
}

resource "azurerm_windows_web_app_slot" "plain" {
  expect_failure = true
  attrs = {
    site_config = [{ ftps_state = "AllAllowed" }]
  }
}

resource "azurerm_windows_web_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.ftps_state"]
  attrs = {
    site_config = [{}]
  }
}

resource "azurerm_function_app" "off" {
  attrs = {
    site_config = [{ ftps_state = "Disabled" }]
  }
}

resource "azurerm_function_app" "encrypted" {
  attrs = {
    site_config = [{ ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_function_app" "default" {
  expect_failure = true
  attrs = {
    site_config = [{ ftps_state = null }]
  }
}

resource "azurerm_function_app" "plain" {
  expect_failure = true
  attrs = {
    site_config = [{ ftps_state = "AllAllowed" }]
  }
}

resource "azurerm_function_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.ftps_state"]
  attrs = {
    site_config = [{}]
  }
}

resource "azurerm_linux_function_app" "off" {
  attrs = {
    site_config = [{ ftps_state = "Disabled" }]
  }
}

resource "azurerm_linux_function_app" "encrypted" {
  attrs = {
    site_config = [{ ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_linux_function_app" "default" {
  attrs = {
    site_config = [{ ftps_state = null }]
  }
}

resource "azurerm_linux_function_app" "plain" {
  expect_failure = true
  attrs = {
    site_config = [{ ftps_state = "AllAllowed" }]
  }
}

resource "azurerm_linux_function_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.ftps_state"]
  attrs = {
    site_config = [{}]
  }
}

resource "azurerm_windows_function_app" "off" {
  attrs = {
    site_config = [{ ftps_state = "Disabled" }]
  }
}

resource "azurerm_windows_function_app" "encrypted" {
  attrs = {
    site_config = [{ ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_windows_function_app" "default" {
  attrs = {
    site_config = [{ ftps_state = null }]
  }
}

resource "azurerm_windows_function_app" "plain" {
  expect_failure = true
  attrs = {
    site_config = [{ ftps_state = "AllAllowed" }]
  }
}

resource "azurerm_windows_function_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.ftps_state"]
  attrs = {
    site_config = [{}]
  }
}

resource "azurerm_function_app_slot" "off" {
  attrs = {
    site_config = [{ ftps_state = "Disabled" }]
  }
}

resource "azurerm_function_app_slot" "encrypted" {
  attrs = {
    site_config = [{ ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_function_app_slot" "default" {
  expect_failure = true
  attrs = {
    site_config = [{ ftps_state = null }]
  }
}

resource "azurerm_function_app_slot" "plain" {
  expect_failure = true
  attrs = {
    site_config = [{ ftps_state = "AllAllowed" }]
  }
}

resource "azurerm_function_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.ftps_state"]
  attrs = {
    site_config = [{}]
  }
}

resource "azurerm_linux_function_app_slot" "off" {
  attrs = {
    site_config = [{ ftps_state = "Disabled" }]
  }
}

resource "azurerm_linux_function_app_slot" "encrypted" {
  attrs = {
    site_config = [{ ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_linux_function_app_slot" "default" {
  attrs = {
    site_config = [{ ftps_state = null }]
  }
}

resource "azurerm_linux_function_app_slot" "plain" {
  expect_failure = true
  attrs = {
    site_config = [{ ftps_state = "AllAllowed" }]
  }
}

resource "azurerm_linux_function_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.ftps_state"]
  attrs = {
    site_config = [{}]
  }
}

resource "azurerm_windows_function_app_slot" "off" {
  attrs = {
    site_config = [{ ftps_state = "Disabled" }]
  }
}

resource "azurerm_windows_function_app_slot" "encrypted" {
  attrs = {
    site_config = [{ ftps_state = "FtpsOnly" }]
  }
}

resource "azurerm_windows_function_app_slot" "default" {
  attrs = {
    site_config = [{ ftps_state = null }]
  }
}

resource "azurerm_windows_function_app_slot" "plain" {
  expect_failure = true
  attrs = {
    site_config = [{ ftps_state = "AllAllowed" }]
  }
}

resource "azurerm_windows_function_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.ftps_state"]
  attrs = {
    site_config = [{}]
  }
}
