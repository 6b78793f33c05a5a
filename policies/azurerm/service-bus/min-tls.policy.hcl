# title: Service Bus accepts TLS 1.2 and newer
# why: Older versions of TLS have known flaws and can be forced on clients.
# fix: Set `minimum_tls_version = "1.2"`.
# severity: medium
# references: https://learn.microsoft.com/azure/service-bus-messaging/transport-layer-security-configure-minimum-version
# aliases: CKV_AZURE_205
# tags: encryption

policy {}

resource_policy "azurerm_servicebus_namespace" "min-tls" {
  enforce {
    condition     = core::contains(["", "1.2", "1.3"], core::try(core::trimspace(attrs.minimum_tls_version), ""))
    error_message = "`minimum_tls_version` is ${attrs.minimum_tls_version}, must be 1.2"
  }
}
