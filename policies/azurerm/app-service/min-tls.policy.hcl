# title: Apps accept TLS 1.2 and newer
# why: Older versions of TLS have known flaws and can be forced on clients.
# fix: Set `site_config.minimum_tls_version = "1.2"` (azurerm_app_service: `min_tls_version`),
#   or leave it out.
# severity: medium
# references: https://learn.microsoft.com/azure/app-service/configure-ssl-bindings
# aliases: CKV_AZURE_15, CKV_AZURE_145, CKV_AZURE_154
# tags: cis, encryption, network

policy {}

resource_policy "azurerm_app_service" "min-tls" {
  enforce {
    condition     = core::contains(["", "1.2", "1.3"], core::try(core::trimspace(attrs.site_config[0].min_tls_version), ""))
    error_message = "`site_config.min_tls_version` is ${attrs.site_config[0].min_tls_version}, must be 1.2"
  }
}

resource_policy "azurerm_linux_web_app" "min-tls" {
  enforce {
    condition     = core::contains(["", "1.2", "1.3"], core::try(core::trimspace(attrs.site_config[0].minimum_tls_version), ""))
    error_message = "`site_config.minimum_tls_version` is ${attrs.site_config[0].minimum_tls_version}, must be 1.2"
  }
}

resource_policy "azurerm_windows_web_app" "min-tls" {
  enforce {
    condition     = core::contains(["", "1.2", "1.3"], core::try(core::trimspace(attrs.site_config[0].minimum_tls_version), ""))
    error_message = "`site_config.minimum_tls_version` is ${attrs.site_config[0].minimum_tls_version}, must be 1.2"
  }
}

resource_policy "azurerm_app_service_slot" "min-tls" {
  enforce {
    condition     = core::contains(["", "1.2", "1.3"], core::try(core::trimspace(attrs.site_config[0].min_tls_version), ""))
    error_message = "`site_config.min_tls_version` is ${attrs.site_config[0].min_tls_version}, must be 1.2"
  }
}

resource_policy "azurerm_linux_web_app_slot" "min-tls" {
  enforce {
    condition     = core::contains(["", "1.2", "1.3"], core::try(core::trimspace(attrs.site_config[0].minimum_tls_version), ""))
    error_message = "`site_config.minimum_tls_version` is ${attrs.site_config[0].minimum_tls_version}, must be 1.2"
  }
}

resource_policy "azurerm_windows_web_app_slot" "min-tls" {
  enforce {
    condition     = core::contains(["", "1.2", "1.3"], core::try(core::trimspace(attrs.site_config[0].minimum_tls_version), ""))
    error_message = "`site_config.minimum_tls_version` is ${attrs.site_config[0].minimum_tls_version}, must be 1.2"
  }
}

resource_policy "azurerm_function_app" "min-tls" {
  enforce {
    condition     = core::contains(["", "1.2", "1.3"], core::try(core::trimspace(attrs.site_config[0].min_tls_version), ""))
    error_message = "`site_config.min_tls_version` is ${attrs.site_config[0].min_tls_version}, must be 1.2"
  }
}

resource_policy "azurerm_linux_function_app" "min-tls" {
  enforce {
    condition     = core::contains(["", "1.2", "1.3"], core::try(core::trimspace(attrs.site_config[0].minimum_tls_version), ""))
    error_message = "`site_config.minimum_tls_version` is ${attrs.site_config[0].minimum_tls_version}, must be 1.2"
  }
}

resource_policy "azurerm_windows_function_app" "min-tls" {
  enforce {
    condition     = core::contains(["", "1.2", "1.3"], core::try(core::trimspace(attrs.site_config[0].minimum_tls_version), ""))
    error_message = "`site_config.minimum_tls_version` is ${attrs.site_config[0].minimum_tls_version}, must be 1.2"
  }
}

resource_policy "azurerm_function_app_slot" "min-tls" {
  enforce {
    condition     = core::contains(["", "1.2", "1.3"], core::try(core::trimspace(attrs.site_config[0].min_tls_version), ""))
    error_message = "`site_config.min_tls_version` is ${attrs.site_config[0].min_tls_version}, must be 1.2"
  }
}

resource_policy "azurerm_linux_function_app_slot" "min-tls" {
  enforce {
    condition     = core::contains(["", "1.2", "1.3"], core::try(core::trimspace(attrs.site_config[0].minimum_tls_version), ""))
    error_message = "`site_config.minimum_tls_version` is ${attrs.site_config[0].minimum_tls_version}, must be 1.2"
  }
}

resource_policy "azurerm_windows_function_app_slot" "min-tls" {
  enforce {
    condition     = core::contains(["", "1.2", "1.3"], core::try(core::trimspace(attrs.site_config[0].minimum_tls_version), ""))
    error_message = "`site_config.minimum_tls_version` is ${attrs.site_config[0].minimum_tls_version}, must be 1.2"
  }
}
