# title: PostgreSQL servers have no public endpoint
# why: With a public endpoint the server is one leaked password and one wide firewall rule
#   away from the internet.
# fix: Set `public_network_access_enabled = false` and use a private endpoint, or put a
#   flexible server into `delegated_subnet_id`.
# severity: medium
# references: https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-networking-private
# aliases: CKV_AZURE_68
# tags: network, database

policy {}

resource_policy "azurerm_postgresql_server" "no-public-access" {
  enforce {
    condition     = core::try(attrs.public_network_access_enabled, null) == false
    error_message = "`public_network_access_enabled` must be false"
  }
}

resource_policy "azurerm_postgresql_flexible_server" "no-public-access" {
  enforce {
    condition = (
      core::try(attrs.public_network_access_enabled, null) == false
      || core::contains(["disabled"], core::try(core::lower(attrs.public_network_access), ""))
      || core::try(core::trimspace(attrs.delegated_subnet_id), "") != ""
    )
    error_message = "`public_network_access_enabled` must be false or `delegated_subnet_id` set"
  }
}
