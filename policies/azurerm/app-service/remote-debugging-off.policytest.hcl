policytest {
  targets = ["remote-debugging-off.policy.hcl"]
}

resource "azurerm_app_service" "wanted" {
  attrs = {
    site_config = [{ remote_debugging_enabled = false }]
  }
}

resource "azurerm_app_service" "unwanted" {
  expect_failure = true
  attrs = {
    site_config = [{ remote_debugging_enabled = true }]
  }
}

resource "azurerm_app_service" "default" {
  attrs = {
    site_config = [{ remote_debugging_enabled = null }]
  }
}

resource "azurerm_app_service" "without_block" {
  attrs = {
    site_config = []
  }
}

resource "azurerm_app_service" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.remote_debugging_enabled"]
  attrs = {
    site_config = [{ remote_debugging_enabled = false }]
  }
}

resource "azurerm_linux_web_app" "wanted" {
  attrs = {
    site_config = [{ remote_debugging_enabled = false }]
  }
}

resource "azurerm_linux_web_app" "unwanted" {
  expect_failure = true
  attrs = {
    site_config = [{ remote_debugging_enabled = true }]
  }
}

resource "azurerm_linux_web_app" "default" {
  attrs = {
    site_config = [{ remote_debugging_enabled = null }]
  }
}

resource "azurerm_linux_web_app" "without_block" {
  attrs = {
    site_config = []
  }
}

resource "azurerm_linux_web_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.remote_debugging_enabled"]
  attrs = {
    site_config = [{ remote_debugging_enabled = false }]
  }
}

resource "azurerm_windows_web_app" "wanted" {
  attrs = {
    site_config = [{ remote_debugging_enabled = false }]
  }
}

resource "azurerm_windows_web_app" "unwanted" {
  expect_failure = true
  attrs = {
    site_config = [{ remote_debugging_enabled = true }]
  }
}

resource "azurerm_windows_web_app" "default" {
  attrs = {
    site_config = [{ remote_debugging_enabled = null }]
  }
}

resource "azurerm_windows_web_app" "without_block" {
  attrs = {
    site_config = []
  }
}

resource "azurerm_windows_web_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.remote_debugging_enabled"]
  attrs = {
    site_config = [{ remote_debugging_enabled = false }]
  }
}

resource "azurerm_app_service_slot" "wanted" {
  attrs = {
    site_config = [{ remote_debugging_enabled = false }]
  }
}

resource "azurerm_app_service_slot" "unwanted" {
  expect_failure = true
  attrs = {
    site_config = [{ remote_debugging_enabled = true }]
  }
}

resource "azurerm_app_service_slot" "default" {
  attrs = {
    site_config = [{ remote_debugging_enabled = null }]
  }
}

resource "azurerm_app_service_slot" "without_block" {
  attrs = {
    site_config = []
  }
}

resource "azurerm_app_service_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.remote_debugging_enabled"]
  attrs = {
    site_config = [{ remote_debugging_enabled = false }]
  }
}

resource "azurerm_linux_web_app_slot" "wanted" {
  attrs = {
    site_config = [{ remote_debugging_enabled = false }]
  }
}

resource "azurerm_linux_web_app_slot" "unwanted" {
  expect_failure = true
  attrs = {
    site_config = [{ remote_debugging_enabled = true }]
  }
}

resource "azurerm_linux_web_app_slot" "default" {
  attrs = {
    site_config = [{ remote_debugging_enabled = null }]
  }
}

resource "azurerm_linux_web_app_slot" "without_block" {
  attrs = {
    site_config = []
  }
}

resource "azurerm_linux_web_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.remote_debugging_enabled"]
  attrs = {
    site_config = [{ remote_debugging_enabled = false }]
  }
}

resource "azurerm_windows_web_app_slot" "wanted" {
  attrs = {
    site_config = [{ remote_debugging_enabled = false }]
  }
}

resource "azurerm_windows_web_app_slot" "unwanted" {
  expect_failure = true
  attrs = {
    site_config = [{ remote_debugging_enabled = true }]
  }
}

resource "azurerm_windows_web_app_slot" "default" {
  attrs = {
    site_config = [{ remote_debugging_enabled = null }]
  }
}

resource "azurerm_windows_web_app_slot" "without_block" {
  attrs = {
    site_config = []
  }
}

resource "azurerm_windows_web_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.remote_debugging_enabled"]
  attrs = {
    site_config = [{ remote_debugging_enabled = false }]
  }
}

resource "azurerm_linux_function_app" "wanted" {
  attrs = {
    site_config = [{ remote_debugging_enabled = false }]
  }
}

resource "azurerm_linux_function_app" "unwanted" {
  expect_failure = true
  attrs = {
    site_config = [{ remote_debugging_enabled = true }]
  }
}

resource "azurerm_linux_function_app" "default" {
  attrs = {
    site_config = [{ remote_debugging_enabled = null }]
  }
}

resource "azurerm_linux_function_app" "without_block" {
  attrs = {
    site_config = []
  }
}

resource "azurerm_linux_function_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.remote_debugging_enabled"]
  attrs = {
    site_config = [{ remote_debugging_enabled = false }]
  }
}

resource "azurerm_windows_function_app" "wanted" {
  attrs = {
    site_config = [{ remote_debugging_enabled = false }]
  }
}

resource "azurerm_windows_function_app" "unwanted" {
  expect_failure = true
  attrs = {
    site_config = [{ remote_debugging_enabled = true }]
  }
}

resource "azurerm_windows_function_app" "default" {
  attrs = {
    site_config = [{ remote_debugging_enabled = null }]
  }
}

resource "azurerm_windows_function_app" "without_block" {
  attrs = {
    site_config = []
  }
}

resource "azurerm_windows_function_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.remote_debugging_enabled"]
  attrs = {
    site_config = [{ remote_debugging_enabled = false }]
  }
}

resource "azurerm_linux_function_app_slot" "wanted" {
  attrs = {
    site_config = [{ remote_debugging_enabled = false }]
  }
}

resource "azurerm_linux_function_app_slot" "unwanted" {
  expect_failure = true
  attrs = {
    site_config = [{ remote_debugging_enabled = true }]
  }
}

resource "azurerm_linux_function_app_slot" "default" {
  attrs = {
    site_config = [{ remote_debugging_enabled = null }]
  }
}

resource "azurerm_linux_function_app_slot" "without_block" {
  attrs = {
    site_config = []
  }
}

resource "azurerm_linux_function_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.remote_debugging_enabled"]
  attrs = {
    site_config = [{ remote_debugging_enabled = false }]
  }
}

resource "azurerm_windows_function_app_slot" "wanted" {
  attrs = {
    site_config = [{ remote_debugging_enabled = false }]
  }
}

resource "azurerm_windows_function_app_slot" "unwanted" {
  expect_failure = true
  attrs = {
    site_config = [{ remote_debugging_enabled = true }]
  }
}

resource "azurerm_windows_function_app_slot" "default" {
  attrs = {
    site_config = [{ remote_debugging_enabled = null }]
  }
}

resource "azurerm_windows_function_app_slot" "without_block" {
  attrs = {
    site_config = []
  }
}

resource "azurerm_windows_function_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.remote_debugging_enabled"]
  attrs = {
    site_config = [{ remote_debugging_enabled = false }]
  }
}
