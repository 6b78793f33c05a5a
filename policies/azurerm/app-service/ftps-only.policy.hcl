# title: Apps take no deployments over plain FTP
# why: FTP sends the password of the deployment, which can replace the whole app, in plain
#   text.
# fix: Set `site_config.ftps_state` to "Disabled" or "FtpsOnly".
# severity: medium
# references: https://learn.microsoft.com/azure/app-service/deploy-ftp
# aliases: CKV_AZURE_78
# tags: cis, encryption, network

policy {}

resource_policy "azurerm_app_service" "ftps-only" {
  enforce {
    condition     = core::contains(["disabled", "ftpsonly"], core::try(core::lower(attrs.site_config[0].ftps_state), ""))
    error_message = "`site_config.ftps_state` is ${core::valuetostring(core::try(attrs.site_config[0].ftps_state, null))}, must be Disabled or FtpsOnly"
  }
}

resource_policy "azurerm_linux_web_app" "ftps-only" {
  enforce {
    condition     = core::contains(["", "disabled", "ftpsonly"], core::try(core::lower(attrs.site_config[0].ftps_state), ""))
    error_message = "`site_config.ftps_state` is ${core::valuetostring(core::try(attrs.site_config[0].ftps_state, null))}, must be Disabled or FtpsOnly"
  }
}

resource_policy "azurerm_windows_web_app" "ftps-only" {
  enforce {
    condition     = core::contains(["", "disabled", "ftpsonly"], core::try(core::lower(attrs.site_config[0].ftps_state), ""))
    error_message = "`site_config.ftps_state` is ${core::valuetostring(core::try(attrs.site_config[0].ftps_state, null))}, must be Disabled or FtpsOnly"
  }
}

resource_policy "azurerm_app_service_slot" "ftps-only" {
  enforce {
    condition     = core::contains(["disabled", "ftpsonly"], core::try(core::lower(attrs.site_config[0].ftps_state), ""))
    error_message = "`site_config.ftps_state` is ${core::valuetostring(core::try(attrs.site_config[0].ftps_state, null))}, must be Disabled or FtpsOnly"
  }
}

resource_policy "azurerm_linux_web_app_slot" "ftps-only" {
  enforce {
    condition     = core::contains(["", "disabled", "ftpsonly"], core::try(core::lower(attrs.site_config[0].ftps_state), ""))
    error_message = "`site_config.ftps_state` is ${core::valuetostring(core::try(attrs.site_config[0].ftps_state, null))}, must be Disabled or FtpsOnly"
  }
}

resource_policy "azurerm_windows_web_app_slot" "ftps-only" {
  enforce {
    condition     = core::contains(["", "disabled", "ftpsonly"], core::try(core::lower(attrs.site_config[0].ftps_state), ""))
    error_message = "`site_config.ftps_state` is ${core::valuetostring(core::try(attrs.site_config[0].ftps_state, null))}, must be Disabled or FtpsOnly"
  }
}

resource_policy "azurerm_function_app" "ftps-only" {
  enforce {
    condition     = core::contains(["disabled", "ftpsonly"], core::try(core::lower(attrs.site_config[0].ftps_state), ""))
    error_message = "`site_config.ftps_state` is ${core::valuetostring(core::try(attrs.site_config[0].ftps_state, null))}, must be Disabled or FtpsOnly"
  }
}

resource_policy "azurerm_linux_function_app" "ftps-only" {
  enforce {
    condition     = core::contains(["", "disabled", "ftpsonly"], core::try(core::lower(attrs.site_config[0].ftps_state), ""))
    error_message = "`site_config.ftps_state` is ${core::valuetostring(core::try(attrs.site_config[0].ftps_state, null))}, must be Disabled or FtpsOnly"
  }
}

resource_policy "azurerm_windows_function_app" "ftps-only" {
  enforce {
    condition     = core::contains(["", "disabled", "ftpsonly"], core::try(core::lower(attrs.site_config[0].ftps_state), ""))
    error_message = "`site_config.ftps_state` is ${core::valuetostring(core::try(attrs.site_config[0].ftps_state, null))}, must be Disabled or FtpsOnly"
  }
}

resource_policy "azurerm_function_app_slot" "ftps-only" {
  enforce {
    condition     = core::contains(["disabled", "ftpsonly"], core::try(core::lower(attrs.site_config[0].ftps_state), ""))
    error_message = "`site_config.ftps_state` is ${core::valuetostring(core::try(attrs.site_config[0].ftps_state, null))}, must be Disabled or FtpsOnly"
  }
}

resource_policy "azurerm_linux_function_app_slot" "ftps-only" {
  enforce {
    condition     = core::contains(["", "disabled", "ftpsonly"], core::try(core::lower(attrs.site_config[0].ftps_state), ""))
    error_message = "`site_config.ftps_state` is ${core::valuetostring(core::try(attrs.site_config[0].ftps_state, null))}, must be Disabled or FtpsOnly"
  }
}

resource_policy "azurerm_windows_function_app_slot" "ftps-only" {
  enforce {
    condition     = core::contains(["", "disabled", "ftpsonly"], core::try(core::lower(attrs.site_config[0].ftps_state), ""))
    error_message = "`site_config.ftps_state` is ${core::valuetostring(core::try(attrs.site_config[0].ftps_state, null))}, must be Disabled or FtpsOnly"
  }
}
