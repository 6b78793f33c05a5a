# title: Apps answer over HTTPS only
# why: Plain HTTP shows sessions and data to everyone on the way.
# fix: Set `https_only = true`.
# severity: high
# references: https://learn.microsoft.com/azure/app-service/configure-ssl-bindings
# aliases: CKV_AZURE_14, CKV_AZURE_153, CKV_AZURE_70
# tags: cis, encryption, network

policy {}

resource_policy "azurerm_app_service" "https-only" {
  enforce {
    condition     = core::try(attrs.https_only, null) == true
    error_message = "`https_only` must be true"
  }
}

resource_policy "azurerm_linux_web_app" "https-only" {
  enforce {
    condition     = core::try(attrs.https_only, null) == true
    error_message = "`https_only` must be true"
  }
}

resource_policy "azurerm_windows_web_app" "https-only" {
  enforce {
    condition     = core::try(attrs.https_only, null) == true
    error_message = "`https_only` must be true"
  }
}

resource_policy "azurerm_app_service_slot" "https-only" {
  enforce {
    condition     = core::try(attrs.https_only, null) == true
    error_message = "`https_only` must be true"
  }
}

resource_policy "azurerm_linux_web_app_slot" "https-only" {
  enforce {
    condition     = core::try(attrs.https_only, null) == true
    error_message = "`https_only` must be true"
  }
}

resource_policy "azurerm_windows_web_app_slot" "https-only" {
  enforce {
    condition     = core::try(attrs.https_only, null) == true
    error_message = "`https_only` must be true"
  }
}

resource_policy "azurerm_function_app" "https-only" {
  enforce {
    condition     = core::try(attrs.https_only, null) == true
    error_message = "`https_only` must be true"
  }
}

resource_policy "azurerm_linux_function_app" "https-only" {
  enforce {
    condition     = core::try(attrs.https_only, null) == true
    error_message = "`https_only` must be true"
  }
}

resource_policy "azurerm_windows_function_app" "https-only" {
  enforce {
    condition     = core::try(attrs.https_only, null) == true
    error_message = "`https_only` must be true"
  }
}

resource_policy "azurerm_function_app_slot" "https-only" {
  enforce {
    condition     = core::try(attrs.https_only, null) == true
    error_message = "`https_only` must be true"
  }
}

resource_policy "azurerm_linux_function_app_slot" "https-only" {
  enforce {
    condition     = core::try(attrs.https_only, null) == true
    error_message = "`https_only` must be true"
  }
}

resource_policy "azurerm_windows_function_app_slot" "https-only" {
  enforce {
    condition     = core::try(attrs.https_only, null) == true
    error_message = "`https_only` must be true"
  }
}
