# title: Redis takes encrypted connections only
# why: The plain port sends the access key and the data in plain text.
# fix: Remove `non_ssl_port_enabled = true` (before 4.0 `enable_non_ssl_port`).
# severity: high
# references: https://learn.microsoft.com/azure/azure-cache-for-redis/cache-configure
# aliases: CKV_AZURE_91
# tags: encryption, database

policy {}

resource_policy "azurerm_redis_cache" "tls-only" {
  enforce {
    condition     = core::try(attrs.non_ssl_port_enabled, null) != true && core::try(attrs.enable_non_ssl_port, null) != true
    error_message = "`non_ssl_port_enabled` is true, must be false"
  }
}
