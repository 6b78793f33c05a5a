# title: Redis has no public endpoint
# why: A cache is built for trusted networks; one leaked key opens it from anywhere.
# fix: Set `public_network_access_enabled = false` and use a private endpoint, or `subnet_id`.
# severity: medium
# references: https://learn.microsoft.com/azure/azure-cache-for-redis/cache-private-link
# aliases: CKV_AZURE_89
# tags: network, database

policy {}

resource_policy "azurerm_redis_cache" "no-public-access" {
  enforce {
    condition = (
      core::try(attrs.public_network_access_enabled, null) == false
      || core::try(core::trimspace(attrs.subnet_id), "") != ""
    )
    error_message = "`public_network_access_enabled` must be false"
  }
}
