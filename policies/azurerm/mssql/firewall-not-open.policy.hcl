# title: SQL servers accept no connection from everywhere
# why: A rule over the whole address space lets everyone try passwords.
# fix: Narrow `start_ip_address` and `end_ip_address` to the addresses that need access, or
#   use a private endpoint.
# severity: critical
# references: https://learn.microsoft.com/azure/azure-sql/database/firewall-configure
# aliases: CKV_AZURE_11
# tags: cis, network, database

policy {}

resource_policy "azurerm_mssql_firewall_rule" "firewall-not-open" {
  locals {
    ends      = [for ip in [core::try(attrs.start_ip_address, ""), core::try(attrs.end_ip_address, "")] : core::try(core::parseint(core::split(".", ip)[0], 10) * 16777216 + core::parseint(core::split(".", ip)[1], 10) * 65536 + core::parseint(core::split(".", ip)[2], 10) * 256 + core::parseint(core::split(".", ip)[3], 10), 0)]
    addresses = local.ends[1] - local.ends[0] + 1
  }

  enforce {
    condition     = local.addresses < 16777216
    error_message = "`start_ip_address` to `end_ip_address` is ${attrs.start_ip_address} to ${attrs.end_ip_address}, must cover the addresses that need access only"
  }
}

resource_policy "azurerm_sql_firewall_rule" "firewall-not-open" {
  locals {
    ends      = [for ip in [core::try(attrs.start_ip_address, ""), core::try(attrs.end_ip_address, "")] : core::try(core::parseint(core::split(".", ip)[0], 10) * 16777216 + core::parseint(core::split(".", ip)[1], 10) * 65536 + core::parseint(core::split(".", ip)[2], 10) * 256 + core::parseint(core::split(".", ip)[3], 10), 0)]
    addresses = local.ends[1] - local.ends[0] + 1
  }

  enforce {
    condition     = local.addresses < 16777216
    error_message = "`start_ip_address` to `end_ip_address` is ${attrs.start_ip_address} to ${attrs.end_ip_address}, must cover the addresses that need access only"
  }
}
