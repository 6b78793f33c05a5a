policytest {
  targets = ["managed-identity.policy.hcl"]
}

resource "azurerm_app_service" "system" {
  attrs = {
    identity = [{ type = "SystemAssigned" }]
  }
}

resource "azurerm_app_service" "default" {
  expect_failure = true
  attrs = {
    identity = []
  }
}

resource "azurerm_app_service" "known_after_apply" {
  expect_unknown = true
  unknown        = ["identity"]
  attrs = {
    name = "a"
  }
}

resource "azurerm_linux_web_app" "system" {
  attrs = {
    identity = [{ type = "SystemAssigned" }]
  }
}

resource "azurerm_linux_web_app" "default" {
  expect_failure = true
  attrs = {
    identity = []
  }
}

resource "azurerm_linux_web_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["identity"]
  attrs = {
    name = "a"
  }
}

resource "azurerm_windows_web_app" "system" {
  attrs = {
    identity = [{ type = "SystemAssigned" }]
  }
}

resource "azurerm_windows_web_app" "default" {
  expect_failure = true
  attrs = {
    identity = []
  }
}

resource "azurerm_windows_web_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["identity"]
  attrs = {
    name = "a"
  }
}

resource "azurerm_app_service_slot" "system" {
  attrs = {
    identity = [{ type = "SystemAssigned" }]
  }
}

resource "azurerm_app_service_slot" "default" {
  expect_failure = true
  attrs = {
    identity = []
  }
}

resource "azurerm_app_service_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["identity"]
  attrs = {
    name = "a"
  }
}

resource "azurerm_linux_web_app_slot" "system" {
  attrs = {
    identity = [{ type = "SystemAssigned" }]
  }
}

resource "azurerm_linux_web_app_slot" "default" {
  expect_failure = true
  attrs = {
    identity = []
  }
}

resource "azurerm_linux_web_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["identity"]
  attrs = {
    name = "a"
  }
}

resource "azurerm_windows_web_app_slot" "system" {
  attrs = {
    identity = [{ type = "SystemAssigned" }]
  }
}

resource "azurerm_windows_web_app_slot" "default" {
  expect_failure = true
  attrs = {
    identity = []
  }
}

resource "azurerm_windows_web_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["identity"]
  attrs = {
    name = "a"
  }
}

resource "azurerm_function_app" "system" {
  attrs = {
    identity = [{ type = "SystemAssigned" }]
  }
}

resource "azurerm_function_app" "default" {
  expect_failure = true
  attrs = {
    identity = []
  }
}

resource "azurerm_function_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["identity"]
  attrs = {
    name = "a"
  }
}

resource "azurerm_linux_function_app" "system" {
  attrs = {
    identity = [{ type = "SystemAssigned" }]
  }
}

resource "azurerm_linux_function_app" "default" {
  expect_failure = true
  attrs = {
    identity = []
  }
}

resource "azurerm_linux_function_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["identity"]
  attrs = {
    name = "a"
  }
}

resource "azurerm_windows_function_app" "system" {
  attrs = {
    identity = [{ type = "SystemAssigned" }]
  }
}

resource "azurerm_windows_function_app" "default" {
  expect_failure = true
  attrs = {
    identity = []
  }
}

resource "azurerm_windows_function_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["identity"]
  attrs = {
    name = "a"
  }
}

resource "azurerm_function_app_slot" "system" {
  attrs = {
    identity = [{ type = "SystemAssigned" }]
  }
}

resource "azurerm_function_app_slot" "default" {
  expect_failure = true
  attrs = {
    identity = []
  }
}

resource "azurerm_function_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["identity"]
  attrs = {
    name = "a"
  }
}

resource "azurerm_linux_function_app_slot" "system" {
  attrs = {
    identity = [{ type = "SystemAssigned" }]
  }
}

resource "azurerm_linux_function_app_slot" "default" {
  expect_failure = true
  attrs = {
    identity = []
  }
}

resource "azurerm_linux_function_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["identity"]
  attrs = {
    name = "a"
  }
}

resource "azurerm_windows_function_app_slot" "system" {
  attrs = {
    identity = [{ type = "SystemAssigned" }]
  }
}

resource "azurerm_windows_function_app_slot" "default" {
  expect_failure = true
  attrs = {
    identity = []
  }
}

resource "azurerm_windows_function_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["identity"]
  attrs = {
    name = "a"
  }
}
