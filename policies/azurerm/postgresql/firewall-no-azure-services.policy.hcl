# title: PostgreSQL servers do not trust all of Azure
# why: The rule 0.0.0.0 lets every virtual machine of every customer of Azure connect.
# fix: Remove the rule with `start_ip_address` and `end_ip_address` 0.0.0.0; use a private
#   endpoint or the subnets of the callers.
# severity: medium
# references: https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-networking-public
# tags: network, database

policy {}

resource_policy "azurerm_postgresql_firewall_rule" "firewall-no-azure-services" {
  enforce {
    condition     = !(core::try(attrs.start_ip_address, null) == "0.0.0.0" && core::try(attrs.end_ip_address, null) == "0.0.0.0")
    error_message = "`start_ip_address` and `end_ip_address` are 0.0.0.0, must name the addresses that need access"
  }
}

resource_policy "azurerm_postgresql_flexible_server_firewall_rule" "firewall-no-azure-services" {
  enforce {
    condition     = !(core::try(attrs.start_ip_address, null) == "0.0.0.0" && core::try(attrs.end_ip_address, null) == "0.0.0.0")
    error_message = "`start_ip_address` and `end_ip_address` are 0.0.0.0, must name the addresses that need access"
  }
}
