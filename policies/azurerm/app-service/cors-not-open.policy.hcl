# title: Apps do not share answers with every site
# why: With "*" any web site that a user visits may call the app from the browser.
# fix: Name the sites in `site_config.cors.allowed_origins`.
# severity: medium
# references: https://learn.microsoft.com/azure/app-service/app-service-web-tutorial-rest-api
# aliases: CKV_AZURE_57, CKV_AZURE_62
# tags: network

policy {}

resource_policy "azurerm_app_service" "cors-not-open" {
  enforce {
    condition     = core::alltrue([for o in core::try(attrs.site_config[0].cors[0].allowed_origins[*], []) : o != "*"])
    error_message = "`site_config.cors.allowed_origins` holds \"*\", must name the sites"
  }
}

resource_policy "azurerm_linux_web_app" "cors-not-open" {
  enforce {
    condition     = core::alltrue([for o in core::try(attrs.site_config[0].cors[0].allowed_origins[*], []) : o != "*"])
    error_message = "`site_config.cors.allowed_origins` holds \"*\", must name the sites"
  }
}

resource_policy "azurerm_windows_web_app" "cors-not-open" {
  enforce {
    condition     = core::alltrue([for o in core::try(attrs.site_config[0].cors[0].allowed_origins[*], []) : o != "*"])
    error_message = "`site_config.cors.allowed_origins` holds \"*\", must name the sites"
  }
}

resource_policy "azurerm_app_service_slot" "cors-not-open" {
  enforce {
    condition     = core::alltrue([for o in core::try(attrs.site_config[0].cors[0].allowed_origins[*], []) : o != "*"])
    error_message = "`site_config.cors.allowed_origins` holds \"*\", must name the sites"
  }
}

resource_policy "azurerm_linux_web_app_slot" "cors-not-open" {
  enforce {
    condition     = core::alltrue([for o in core::try(attrs.site_config[0].cors[0].allowed_origins[*], []) : o != "*"])
    error_message = "`site_config.cors.allowed_origins` holds \"*\", must name the sites"
  }
}

resource_policy "azurerm_windows_web_app_slot" "cors-not-open" {
  enforce {
    condition     = core::alltrue([for o in core::try(attrs.site_config[0].cors[0].allowed_origins[*], []) : o != "*"])
    error_message = "`site_config.cors.allowed_origins` holds \"*\", must name the sites"
  }
}

resource_policy "azurerm_function_app" "cors-not-open" {
  enforce {
    condition     = core::alltrue([for o in core::try(attrs.site_config[0].cors[0].allowed_origins[*], []) : o != "*"])
    error_message = "`site_config.cors.allowed_origins` holds \"*\", must name the sites"
  }
}

resource_policy "azurerm_linux_function_app" "cors-not-open" {
  enforce {
    condition     = core::alltrue([for o in core::try(attrs.site_config[0].cors[0].allowed_origins[*], []) : o != "*"])
    error_message = "`site_config.cors.allowed_origins` holds \"*\", must name the sites"
  }
}

resource_policy "azurerm_windows_function_app" "cors-not-open" {
  enforce {
    condition     = core::alltrue([for o in core::try(attrs.site_config[0].cors[0].allowed_origins[*], []) : o != "*"])
    error_message = "`site_config.cors.allowed_origins` holds \"*\", must name the sites"
  }
}

resource_policy "azurerm_function_app_slot" "cors-not-open" {
  enforce {
    condition     = core::alltrue([for o in core::try(attrs.site_config[0].cors[0].allowed_origins[*], []) : o != "*"])
    error_message = "`site_config.cors.allowed_origins` holds \"*\", must name the sites"
  }
}

resource_policy "azurerm_linux_function_app_slot" "cors-not-open" {
  enforce {
    condition     = core::alltrue([for o in core::try(attrs.site_config[0].cors[0].allowed_origins[*], []) : o != "*"])
    error_message = "`site_config.cors.allowed_origins` holds \"*\", must name the sites"
  }
}

resource_policy "azurerm_windows_function_app_slot" "cors-not-open" {
  enforce {
    condition     = core::alltrue([for o in core::try(attrs.site_config[0].cors[0].allowed_origins[*], []) : o != "*"])
    error_message = "`site_config.cors.allowed_origins` holds \"*\", must name the sites"
  }
}
