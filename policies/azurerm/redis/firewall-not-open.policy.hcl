# title: Redis caches accept no connection from everywhere
# why: A rule over the whole address space lets everyone try passwords.
# fix: Narrow `start_ip` and `end_ip` to the addresses that need access, or use a private
#   endpoint.
# severity: critical
# references: https://learn.microsoft.com/azure/azure-cache-for-redis/cache-configure
# tags: network, database

policy {}

resource_policy "azurerm_redis_firewall_rule" "firewall-not-open" {
  locals {
    ends      = [for ip in [core::try(attrs.start_ip, ""), core::try(attrs.end_ip, "")] : core::try(core::parseint(core::split(".", ip)[0], 10) * 16777216 + core::parseint(core::split(".", ip)[1], 10) * 65536 + core::parseint(core::split(".", ip)[2], 10) * 256 + core::parseint(core::split(".", ip)[3], 10), 0)]
    addresses = local.ends[1] - local.ends[0] + 1
  }

  enforce {
    condition     = local.addresses < 16777216
    error_message = "`start_ip` to `end_ip` is ${attrs.start_ip} to ${attrs.end_ip}, must cover the addresses that need access only"
  }
}
