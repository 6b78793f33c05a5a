policytest {
  targets = ["https-only.policy.hcl"]
}

resource "azurerm_app_service" "wanted" {
  attrs = {
    https_only = true
  }
}

resource "azurerm_app_service" "unwanted" {
  expect_failure = true
  attrs = {
    https_only = false
  }
}

resource "azurerm_app_service" "default" {
  expect_failure = true
  attrs = {
    https_only = null
  }
}

resource "azurerm_app_service" "known_after_apply" {
  expect_unknown = true
  unknown        = ["https_only"]
  attrs = {
    https_only = true
  }
}

resource "azurerm_linux_web_app" "wanted" {
  attrs = {
    https_only = true
  }
}

resource "azurerm_linux_web_app" "unwanted" {
  expect_failure = true
  attrs = {
    https_only = false
  }
}

resource "azurerm_linux_web_app" "default" {
  expect_failure = true
  attrs = {
    https_only = null
  }
}

resource "azurerm_linux_web_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["https_only"]
  attrs = {
    https_only = true
  }
}

resource "azurerm_windows_web_app" "wanted" {
  attrs = {
    https_only = true
  }
}

resource "azurerm_windows_web_app" "unwanted" {
  expect_failure = true
  attrs = {
    https_only = false
  }
}

resource "azurerm_windows_web_app" "default" {
  expect_failure = true
  attrs = {
    https_only = null
  }
}

resource "azurerm_windows_web_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["https_only"]
  attrs = {
    https_only = true
  }
}

resource "azurerm_app_service_slot" "wanted" {
  attrs = {
    https_only = true
  }
}

resource "azurerm_app_service_slot" "unwanted" {
  expect_failure = true
  attrs = {
    https_only = false
  }
}

resource "azurerm_app_service_slot" "default" {
  expect_failure = true
  attrs = {
    https_only = null
  }
}

resource "azurerm_app_service_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["https_only"]
  attrs = {
    https_only = true
  }
}

resource "azurerm_linux_web_app_slot" "wanted" {
  attrs = {
    https_only = true
  }
}

resource "azurerm_linux_web_app_slot" "unwanted" {
  expect_failure = true
  attrs = {
    https_only = false
  }
}

resource "azurerm_linux_web_app_slot" "default" {
  expect_failure = true
  attrs = {
    https_only = null
  }
}

resource "azurerm_linux_web_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["https_only"]
  attrs = {
    https_only = true
  }
}

resource "azurerm_windows_web_app_slot" "wanted" {
  attrs = {
    https_only = true
  }
}

resource "azurerm_windows_web_app_slot" "unwanted" {
  expect_failure = true
  attrs = {
    https_only = false
  }
}

resource "azurerm_windows_web_app_slot" "default" {
  expect_failure = true
  attrs = {
    https_only = null
  }
}

resource "azurerm_windows_web_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["https_only"]
  attrs = {
    https_only = true
  }
}

resource "azurerm_function_app" "wanted" {
  attrs = {
    https_only = true
  }
}

resource "azurerm_function_app" "unwanted" {
  expect_failure = true
  attrs = {
    https_only = false
  }
}

resource "azurerm_function_app" "default" {
  expect_failure = true
  attrs = {
    https_only = null
  }
}

resource "azurerm_function_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["https_only"]
  attrs = {
    https_only = true
  }
}

resource "azurerm_linux_function_app" "wanted" {
  attrs = {
    https_only = true
  }
}

resource "azurerm_linux_function_app" "unwanted" {
  expect_failure = true
  attrs = {
    https_only = false
  }
}

resource "azurerm_linux_function_app" "default" {
  expect_failure = true
  attrs = {
    https_only = null
  }
}

resource "azurerm_linux_function_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["https_only"]
  attrs = {
    https_only = true
  }
}

resource "azurerm_windows_function_app" "wanted" {
  attrs = {
    https_only = true
  }
}

resource "azurerm_windows_function_app" "unwanted" {
  expect_failure = true
  attrs = {
    https_only = false
  }
}

resource "azurerm_windows_function_app" "default" {
  expect_failure = true
  attrs = {
    https_only = null
  }
}

resource "azurerm_windows_function_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["https_only"]
  attrs = {
    https_only = true
  }
}

resource "azurerm_function_app_slot" "wanted" {
  attrs = {
    https_only = true
  }
}

resource "azurerm_function_app_slot" "unwanted" {
  expect_failure = true
  attrs = {
    https_only = false
  }
}

resource "azurerm_function_app_slot" "default" {
  expect_failure = true
  attrs = {
    https_only = null
  }
}

resource "azurerm_function_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["https_only"]
  attrs = {
    https_only = true
  }
}

resource "azurerm_linux_function_app_slot" "wanted" {
  attrs = {
    https_only = true
  }
}

resource "azurerm_linux_function_app_slot" "unwanted" {
  expect_failure = true
  attrs = {
    https_only = false
  }
}

resource "azurerm_linux_function_app_slot" "default" {
  expect_failure = true
  attrs = {
    https_only = null
  }
}

resource "azurerm_linux_function_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["https_only"]
  attrs = {
    https_only = true
  }
}

resource "azurerm_windows_function_app_slot" "wanted" {
  attrs = {
    https_only = true
  }
}

resource "azurerm_windows_function_app_slot" "unwanted" {
  expect_failure = true
  attrs = {
    https_only = false
  }
}

resource "azurerm_windows_function_app_slot" "default" {
  expect_failure = true
  attrs = {
    https_only = null
  }
}

resource "azurerm_windows_function_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["https_only"]
  attrs = {
    https_only = true
  }
}
