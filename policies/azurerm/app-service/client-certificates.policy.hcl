# title: Apps ask for client certificates
# why: For services that only known machines call, a certificate stops everyone else before
#   the app runs.
# fix: Set `client_certificate_enabled = true` (azurerm_app_service: `client_cert_enabled`).
# severity: low
# references: https://learn.microsoft.com/azure/app-service/app-service-web-configure-tls-mutual-auth
# aliases: CKV_AZURE_17
# tags: cis, iam, network

policy {}

resource_policy "azurerm_app_service" "client-certificates" {
  enforce {
    condition     = core::try(attrs.client_cert_enabled, null) == true
    error_message = "`client_cert_enabled` must be true"
  }
}

resource_policy "azurerm_linux_web_app" "client-certificates" {
  enforce {
    condition     = core::try(attrs.client_certificate_enabled, null) == true
    error_message = "`client_certificate_enabled` must be true"
  }
}

resource_policy "azurerm_windows_web_app" "client-certificates" {
  enforce {
    condition     = core::try(attrs.client_certificate_enabled, null) == true
    error_message = "`client_certificate_enabled` must be true"
  }
}
