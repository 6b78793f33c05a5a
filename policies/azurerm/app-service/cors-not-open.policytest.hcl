policytest {
  targets = ["cors-not-open.policy.hcl"]
}

resource "azurerm_app_service" "named" {
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["https://www.example.com"] }] }]
  }
}

resource "azurerm_app_service" "default" {
  attrs = {
    site_config = [{ cors = [] }]
  }
}

resource "azurerm_app_service" "open" {
  expect_failure = true
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["https://www.example.com", "*"] }] }]
  }
}

resource "azurerm_app_service" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.cors.0.allowed_origins.0"]
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["a"] }] }]
  }
}

resource "azurerm_linux_web_app" "named" {
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["https://www.example.com"] }] }]
  }
}

resource "azurerm_linux_web_app" "default" {
  attrs = {
    site_config = [{ cors = [] }]
  }
}

resource "azurerm_linux_web_app" "open" {
  expect_failure = true
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["https://www.example.com", "*"] }] }]
  }
}

resource "azurerm_linux_web_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.cors.0.allowed_origins.0"]
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["a"] }] }]
  }
}

resource "azurerm_windows_web_app" "named" {
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["https://www.example.com"] }] }]
  }
}

resource "azurerm_windows_web_app" "default" {
  attrs = {
    site_config = [{ cors = [] }]
  }
}

resource "azurerm_windows_web_app" "open" {
  expect_failure = true
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["https://www.example.com", "*"] }] }]
  }
}

resource "azurerm_windows_web_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.cors.0.allowed_origins.0"]
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["a"] }] }]
  }
}

resource "azurerm_app_service_slot" "named" {
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["https://www.example.com"] }] }]
  }
}

resource "azurerm_app_service_slot" "default" {
  attrs = {
    site_config = [{ cors = [] }]
  }
}

resource "azurerm_app_service_slot" "open" {
  expect_failure = true
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["https://www.example.com", "*"] }] }]
  }
}

resource "azurerm_app_service_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.cors.0.allowed_origins.0"]
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["a"] }] }]
  }
}

resource "azurerm_linux_web_app_slot" "named" {
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["https://www.example.com"] }] }]
  }
}

resource "azurerm_linux_web_app_slot" "default" {
  attrs = {
    site_config = [{ cors = [] }]
  }
}

resource "azurerm_linux_web_app_slot" "open" {
  expect_failure = true
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["https://www.example.com", "*"] }] }]
  }
}

resource "azurerm_linux_web_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.cors.0.allowed_origins.0"]
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["a"] }] }]
  }
}

resource "azurerm_windows_web_app_slot" "named" {
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["https://www.example.com"] }] }]
  }
}

resource "azurerm_windows_web_app_slot" "default" {
  attrs = {
    site_config = [{ cors = [] }]
  }
}

resource "azurerm_windows_web_app_slot" "open" {
  expect_failure = true
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["https://www.example.com", "*"] }] }]
  }
}

resource "azurerm_windows_web_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.cors.0.allowed_origins.0"]
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["a"] }] }]
  }
}

resource "azurerm_function_app" "named" {
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["https://www.example.com"] }] }]
  }
}

resource "azurerm_function_app" "default" {
  attrs = {
    site_config = [{ cors = [] }]
  }
}

resource "azurerm_function_app" "open" {
  expect_failure = true
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["https://www.example.com", "*"] }] }]
  }
}

resource "azurerm_function_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.cors.0.allowed_origins.0"]
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["a"] }] }]
  }
}

resource "azurerm_linux_function_app" "named" {
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["https://www.example.com"] }] }]
  }
}

resource "azurerm_linux_function_app" "default" {
  attrs = {
    site_config = [{ cors = [] }]
  }
}

resource "azurerm_linux_function_app" "open" {
  expect_failure = true
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["https://www.example.com", "*"] }] }]
  }
}

resource "azurerm_linux_function_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.cors.0.allowed_origins.0"]
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["a"] }] }]
  }
}

resource "azurerm_windows_function_app" "named" {
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["https://www.example.com"] }] }]
  }
}

resource "azurerm_windows_function_app" "default" {
  attrs = {
    site_config = [{ cors = [] }]
  }
}

resource "azurerm_windows_function_app" "open" {
  expect_failure = true
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["https://www.example.com", "*"] }] }]
  }
}

resource "azurerm_windows_function_app" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.cors.0.allowed_origins.0"]
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["a"] }] }]
  }
}

resource "azurerm_function_app_slot" "named" {
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["https://www.example.com"] }] }]
  }
}

resource "azurerm_function_app_slot" "default" {
  attrs = {
    site_config = [{ cors = [] }]
  }
}

resource "azurerm_function_app_slot" "open" {
  expect_failure = true
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["https://www.example.com", "*"] }] }]
  }
}

resource "azurerm_function_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.cors.0.allowed_origins.0"]
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["a"] }] }]
  }
}

resource "azurerm_linux_function_app_slot" "named" {
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["https://www.example.com"] }] }]
  }
}

resource "azurerm_linux_function_app_slot" "default" {
  attrs = {
    site_config = [{ cors = [] }]
  }
}

resource "azurerm_linux_function_app_slot" "open" {
  expect_failure = true
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["https://www.example.com", "*"] }] }]
  }
}

resource "azurerm_linux_function_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.cors.0.allowed_origins.0"]
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["a"] }] }]
  }
}

resource "azurerm_windows_function_app_slot" "named" {
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["https://www.example.com"] }] }]
  }
}

resource "azurerm_windows_function_app_slot" "default" {
  attrs = {
    site_config = [{ cors = [] }]
  }
}

resource "azurerm_windows_function_app_slot" "open" {
  expect_failure = true
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["https://www.example.com", "*"] }] }]
  }
}

resource "azurerm_windows_function_app_slot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["site_config.0.cors.0.allowed_origins.0"]
  attrs = {
    site_config = [{ cors = [{ allowed_origins = ["a"] }] }]
  }
}
