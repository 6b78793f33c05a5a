# title: Apps have a managed identity
# why: Without one the app needs passwords in its settings to reach databases and vaults.
# fix: Add `identity { type = "SystemAssigned" }`, or a user-assigned one.
# severity: low
# references: https://learn.microsoft.com/azure/app-service/overview-managed-identity
# aliases: CKV_AZURE_71, CKV_AZURE_16
# tags: cis, iam

policy {}

resource_policy "azurerm_app_service" "managed-identity" {
  enforce {
    condition     = core::try(core::length(attrs.identity), 0) > 0
    error_message = "`identity` must be set"
  }
}

resource_policy "azurerm_linux_web_app" "managed-identity" {
  enforce {
    condition     = core::try(core::length(attrs.identity), 0) > 0
    error_message = "`identity` must be set"
  }
}

resource_policy "azurerm_windows_web_app" "managed-identity" {
  enforce {
    condition     = core::try(core::length(attrs.identity), 0) > 0
    error_message = "`identity` must be set"
  }
}

resource_policy "azurerm_app_service_slot" "managed-identity" {
  enforce {
    condition     = core::try(core::length(attrs.identity), 0) > 0
    error_message = "`identity` must be set"
  }
}

resource_policy "azurerm_linux_web_app_slot" "managed-identity" {
  enforce {
    condition     = core::try(core::length(attrs.identity), 0) > 0
    error_message = "`identity` must be set"
  }
}

resource_policy "azurerm_windows_web_app_slot" "managed-identity" {
  enforce {
    condition     = core::try(core::length(attrs.identity), 0) > 0
    error_message = "`identity` must be set"
  }
}

resource_policy "azurerm_function_app" "managed-identity" {
  enforce {
    condition     = core::try(core::length(attrs.identity), 0) > 0
    error_message = "`identity` must be set"
  }
}

resource_policy "azurerm_linux_function_app" "managed-identity" {
  enforce {
    condition     = core::try(core::length(attrs.identity), 0) > 0
    error_message = "`identity` must be set"
  }
}

resource_policy "azurerm_windows_function_app" "managed-identity" {
  enforce {
    condition     = core::try(core::length(attrs.identity), 0) > 0
    error_message = "`identity` must be set"
  }
}

resource_policy "azurerm_function_app_slot" "managed-identity" {
  enforce {
    condition     = core::try(core::length(attrs.identity), 0) > 0
    error_message = "`identity` must be set"
  }
}

resource_policy "azurerm_linux_function_app_slot" "managed-identity" {
  enforce {
    condition     = core::try(core::length(attrs.identity), 0) > 0
    error_message = "`identity` must be set"
  }
}

resource_policy "azurerm_windows_function_app_slot" "managed-identity" {
  enforce {
    condition     = core::try(core::length(attrs.identity), 0) > 0
    error_message = "`identity` must be set"
  }
}
