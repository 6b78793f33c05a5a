policytest {
  targets = ["min-tls.policy.hcl"]
}

resource "azurerm_app_service" "modern" {
  attrs = {
    site_config = [{ min_tls_version = "1.2" }]
  }
}

resource "azurerm_app_service" "newest" {
  attrs = {
    site_config = [{ min_tls_version = "1.3" }]
  }
}

resource "azurerm_app_service" "default" {
  attrs = {
    site_config = [{ min_tls_version = null }]
  }
}

resource "azurerm_app_service" "without_block" {
  attrs = {
    site_config = []
  }
}

resource "azurerm_app_service" "old" {
  expect_failure = true
  attrs = {
    site_config = [{ min_tls_version = "1.0" }]
  }
}

resource "azurerm_app_service" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.min_tls_version"]
  attrs = {
    site_config = [{}]
  }
}

resource "azurerm_linux_web_app" "modern" {
  attrs = {
    site_config = [{ minimum_tls_version = "1.2" }]
  }
}

resource "azurerm_linux_web_app" "newest" {
  attrs = {
    site_config = [{ minimum_tls_version = "1.3" }]
  }
}

resource "azurerm_linux_web_app" "default" {
  attrs = {
    site_config = [{ minimum_tls_version = null }]
  }
}

resource "azurerm_linux_web_app" "without_block" {
  attrs = {
    site_config = []
  }
}

resource "azurerm_linux_web_app" "old" {
  expect_failure = true
  attrs = {
    site_config = [{ minimum_tls_version = "1.0" }]
  }
}

resource "azurerm_linux_web_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.minimum_tls_version"]
  attrs = {
    site_config = [{}]
  }
}

resource "azurerm_windows_web_app" "modern" {
  attrs = {
    site_config = [{ minimum_tls_version = "1.2" }]
  }
}

resource "azurerm_windows_web_app" "newest" {
  attrs = {
    site_config = [{ minimum_tls_version = "1.3" }]
  }
}

resource "azurerm_windows_web_app" "default" {
  attrs = {
    site_config = [{ minimum_tls_version = null }]
  }
}

resource "azurerm_windows_web_app" "without_block" {
  attrs = {
    site_config = []
  }
}

resource "azurerm_windows_web_app" "old" {
  expect_failure = true
  attrs = {
    site_config = [{ minimum_tls_version = "1.0" }]
  }
}

resource "azurerm_windows_web_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.minimum_tls_version"]
  attrs = {
    site_config = [{}]
  }
}

resource "azurerm_app_service_slot" "modern" {
  attrs = {
    site_config = [{ min_tls_version = "1.2" }]
  }
}

resource "azurerm_app_service_slot" "newest" {
  attrs = {
    site_config = [{ min_tls_version = "1.3" }]
  }
}

resource "azurerm_app_service_slot" "default" {
  attrs = {
    site_config = [{ min_tls_version = null }]
  }
}

resource "azurerm_app_service_slot" "without_block" {
  attrs = {
    site_config = []
  }
}

resource "azurerm_app_service_slot" "old" {
  expect_failure = true
  attrs = {
    site_config = [{ min_tls_version = "1.0" }]
  }
}

resource "azurerm_app_service_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.min_tls_version"]
  attrs = {
    site_config = [{}]
  }
}

resource "azurerm_linux_web_app_slot" "modern" {
  attrs = {
    site_config = [{ minimum_tls_version = "1.2" }]
  }
}

resource "azurerm_linux_web_app_slot" "newest" {
  attrs = {
    site_config = [{ minimum_tls_version = "1.3" }]
  }
}

resource "azurerm_linux_web_app_slot" "default" {
  attrs = {
    site_config = [{ minimum_tls_version = null }]
  }
}

resource "azurerm_linux_web_app_slot" "without_block" {
  attrs = {
    site_config = []
  }
}

resource "azurerm_linux_web_app_slot" "old" {
  expect_failure = true
  attrs = {
    site_config = [{ minimum_tls_version = "1.0" }]
  }
}

resource "azurerm_linux_web_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.minimum_tls_version"]
  attrs = {
    site_config = [{}]
  }
}

resource "azurerm_windows_web_app_slot" "modern" {
  attrs = {
    site_config = [{ minimum_tls_version = "1.2" }]
  }
}

resource "azurerm_windows_web_app_slot" "newest" {
  attrs = {
    site_config = [{ minimum_tls_version = "1.3" }]
  }
}

resource "azurerm_windows_web_app_slot" "default" {
  attrs = {
    site_config = [{ minimum_tls_version = null }]
  }
}

resource "azurerm_windows_web_app_slot" "without_block" {
  attrs = {
    site_config = []
  }
}

resource "azurerm_windows_web_app_slot" "old" {
  expect_failure = true
  attrs = {
    site_config = [{ minimum_tls_version = "1.0" }]
  }
}

resource "azurerm_windows_web_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.minimum_tls_version"]
  attrs = {
    site_config = [{}]
  }
}

resource "azurerm_function_app" "modern" {
  attrs = {
    site_config = [{ min_tls_version = "1.2" }]
  }
}

resource "azurerm_function_app" "newest" {
  attrs = {
    site_config = [{ min_tls_version = "1.3" }]
  }
}

resource "azurerm_function_app" "default" {
  attrs = {
    site_config = [{ min_tls_version = null }]
  }
}

resource "azurerm_function_app" "without_block" {
  attrs = {
    site_config = []
  }
}

resource "azurerm_function_app" "old" {
  expect_failure = true
  attrs = {
    site_config = [{ min_tls_version = "1.0" }]
  }
}

resource "azurerm_function_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.min_tls_version"]
  attrs = {
    site_config = [{}]
  }
}

resource "azurerm_linux_function_app" "modern" {
  attrs = {
    site_config = [{ minimum_tls_version = "1.2" }]
  }
}

resource "azurerm_linux_function_app" "newest" {
  attrs = {
    site_config = [{ minimum_tls_version = "1.3" }]
  }
}

resource "azurerm_linux_function_app" "default" {
  attrs = {
    site_config = [{ minimum_tls_version = null }]
  }
}

resource "azurerm_linux_function_app" "without_block" {
  attrs = {
    site_config = []
  }
}

resource "azurerm_linux_function_app" "old" {
  expect_failure = true
  attrs = {
    site_config = [{ minimum_tls_version = "1.0" }]
  }
}

resource "azurerm_linux_function_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.minimum_tls_version"]
  attrs = {
    site_config = [{}]
  }
}

resource "azurerm_windows_function_app" "modern" {
  attrs = {
    site_config = [{ minimum_tls_version = "1.2" }]
  }
}

resource "azurerm_windows_function_app" "newest" {
  attrs = {
    site_config = [{ minimum_tls_version = "1.3" }]
  }
}

resource "azurerm_windows_function_app" "default" {
  attrs = {
    site_config = [{ minimum_tls_version = null }]
  }
}

resource "azurerm_windows_function_app" "without_block" {
  attrs = {
    site_config = []
  }
}

resource "azurerm_windows_function_app" "old" {
  expect_failure = true
  attrs = {
    site_config = [{ minimum_tls_version = "1.0" }]
  }
}

resource "azurerm_windows_function_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.minimum_tls_version"]
  attrs = {
    site_config = [{}]
  }
}

resource "azurerm_function_app_slot" "modern" {
  attrs = {
    site_config = [{ min_tls_version = "1.2" }]
  }
}

resource "azurerm_function_app_slot" "newest" {
  attrs = {
    site_config = [{ min_tls_version = "1.3" }]
  }
}

resource "azurerm_function_app_slot" "default" {
  attrs = {
    site_config = [{ min_tls_version = null }]
  }
}

resource "azurerm_function_app_slot" "without_block" {
  attrs = {
    site_config = []
  }
}

resource "azurerm_function_app_slot" "old" {
  expect_failure = true
  attrs = {
    site_config = [{ min_tls_version = "1.0" }]
  }
}

resource "azurerm_function_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.min_tls_version"]
  attrs = {
    site_config = [{}]
  }
}

resource "azurerm_linux_function_app_slot" "modern" {
  attrs = {
    site_config = [{ minimum_tls_version = "1.2" }]
  }
}

resource "azurerm_linux_function_app_slot" "newest" {
  attrs = {
    site_config = [{ minimum_tls_version = "1.3" }]
  }
}

resource "azurerm_linux_function_app_slot" "default" {
  attrs = {
    site_config = [{ minimum_tls_version = null }]
  }
}

resource "azurerm_linux_function_app_slot" "without_block" {
  attrs = {
    site_config = []
  }
}

resource "azurerm_linux_function_app_slot" "old" {
  expect_failure = true
  attrs = {
    site_config = [{ minimum_tls_version = "1.0" }]
  }
}

resource "azurerm_linux_function_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.minimum_tls_version"]
  attrs = {
    site_config = [{}]
  }
}

resource "azurerm_windows_function_app_slot" "modern" {
  attrs = {
    site_config = [{ minimum_tls_version = "1.2" }]
  }
}

resource "azurerm_windows_function_app_slot" "newest" {
  attrs = {
    site_config = [{ minimum_tls_version = "1.3" }]
  }
}

resource "azurerm_windows_function_app_slot" "default" {
  attrs = {
    site_config = [{ minimum_tls_version = null }]
  }
}

resource "azurerm_windows_function_app_slot" "without_block" {
  attrs = {
    site_config = []
  }
}

resource "azurerm_windows_function_app_slot" "old" {
  expect_failure = true
  attrs = {
    site_config = [{ minimum_tls_version = "1.0" }]
  }
}

resource "azurerm_windows_function_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.minimum_tls_version"]
  attrs = {
    site_config = [{}]
  }
}
