# title: Security groups do not open all ports to the internet
# why: Everything that listens, now or later, is reachable from anywhere.
# fix: List the ports that are meant to be public in `destination_port_ranges`, or narrow the
#   source.
# severity: critical
# references: https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview
# tags: network

policy {}

resource_policy "azurerm_network_security_rule" "no-public-any" {
  enforce {
    condition = !(
      core::try(core::lower(attrs.direction), "") == "inbound"
      && core::try(core::lower(attrs.access), "") == "allow"
      && core::anytrue([for s in core::concat([core::try(core::lower(attrs.source_address_prefix), "")], core::try(attrs.source_address_prefixes[*], [])) : core::contains(["*", "any", "internet", "0.0.0.0", "0.0.0.0/0", "::/0"], core::lower(s)) || core::endswith(s, "/0")])
      && core::anytrue([for p in core::concat([core::try(core::trimspace(attrs.destination_port_range), "")], core::try(attrs.destination_port_ranges[*], [])) : core::contains(["*", "0-65535", "1-65535"], p)])
    )
    error_message = "all ports are open to the internet, must list the ports"
  }
}

# Rules written as resources leave `security_rule` known after apply; they are judged one by one.
resource_policy "azurerm_network_security_group" "no-public-any" {
  enforce {
    condition = (
      core::alltrue([
        for r in core::try(attrs.security_rule[*], []) : !(
          core::try(core::lower(r.direction), "") == "inbound"
          && core::try(core::lower(r.access), "") == "allow"
          && core::anytrue([for s in core::concat([core::try(core::lower(r.source_address_prefix), "")], core::try(r.source_address_prefixes[*], [])) : core::contains(["*", "any", "internet", "0.0.0.0", "0.0.0.0/0", "::/0"], core::lower(s)) || core::endswith(s, "/0")])
          && core::anytrue([for p in core::concat([core::try(core::trimspace(r.destination_port_range), "")], core::try(r.destination_port_ranges[*], [])) : core::contains(["*", "0-65535", "1-65535"], p)])
        )
      ])
      || core::valuetostring(core::try(attrs.security_rule, null)) == "(unknown)" && core::length(core::getresources("azurerm_network_security_rule", { network_security_group_name = core::try(attrs.name, null) })) > 0
    )
    error_message = "`security_rule`: all ports are open to the internet, must list the ports"
  }
}
