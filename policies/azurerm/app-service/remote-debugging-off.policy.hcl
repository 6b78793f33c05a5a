# title: Apps cannot be debugged from afar
# why: A remote debugger stops the app and changes it while it runs, through ports of its own.
# fix: Remove `site_config.remote_debugging_enabled = true`.
# severity: medium
# references: https://learn.microsoft.com/azure/app-service/overview-security
# aliases: CKV_AZURE_72, CKV_AZURE_155
# tags: network

policy {}

resource_policy "azurerm_app_service" "remote-debugging-off" {
  enforce {
    condition     = core::try(attrs.site_config[0].remote_debugging_enabled, null) != true
    error_message = "`site_config.remote_debugging_enabled` is true, must be false"
  }
}

resource_policy "azurerm_linux_web_app" "remote-debugging-off" {
  enforce {
    condition     = core::try(attrs.site_config[0].remote_debugging_enabled, null) != true
    error_message = "`site_config.remote_debugging_enabled` is true, must be false"
  }
}

resource_policy "azurerm_windows_web_app" "remote-debugging-off" {
  enforce {
    condition     = core::try(attrs.site_config[0].remote_debugging_enabled, null) != true
    error_message = "`site_config.remote_debugging_enabled` is true, must be false"
  }
}

resource_policy "azurerm_app_service_slot" "remote-debugging-off" {
  enforce {
    condition     = core::try(attrs.site_config[0].remote_debugging_enabled, null) != true
    error_message = "`site_config.remote_debugging_enabled` is true, must be false"
  }
}

resource_policy "azurerm_linux_web_app_slot" "remote-debugging-off" {
  enforce {
    condition     = core::try(attrs.site_config[0].remote_debugging_enabled, null) != true
    error_message = "`site_config.remote_debugging_enabled` is true, must be false"
  }
}

resource_policy "azurerm_windows_web_app_slot" "remote-debugging-off" {
  enforce {
    condition     = core::try(attrs.site_config[0].remote_debugging_enabled, null) != true
    error_message = "`site_config.remote_debugging_enabled` is true, must be false"
  }
}

resource_policy "azurerm_linux_function_app" "remote-debugging-off" {
  enforce {
    condition     = core::try(attrs.site_config[0].remote_debugging_enabled, null) != true
    error_message = "`site_config.remote_debugging_enabled` is true, must be false"
  }
}

resource_policy "azurerm_windows_function_app" "remote-debugging-off" {
  enforce {
    condition     = core::try(attrs.site_config[0].remote_debugging_enabled, null) != true
    error_message = "`site_config.remote_debugging_enabled` is true, must be false"
  }
}

resource_policy "azurerm_linux_function_app_slot" "remote-debugging-off" {
  enforce {
    condition     = core::try(attrs.site_config[0].remote_debugging_enabled, null) != true
    error_message = "`site_config.remote_debugging_enabled` is true, must be false"
  }
}

resource_policy "azurerm_windows_function_app_slot" "remote-debugging-off" {
  enforce {
    condition     = core::try(attrs.site_config[0].remote_debugging_enabled, null) != true
    error_message = "`site_config.remote_debugging_enabled` is true, must be false"
  }
}
