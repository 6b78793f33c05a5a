# title: Security groups do not open SSH to the internet
# why: Port 22 is scanned within minutes; one weak password or one unpatched server is enough.
# fix: Name the addresses that need access in `source_address_prefixes`, or use Azure Bastion.
# severity: critical
# references: https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview
# aliases: CKV_AZURE_10
# tags: cis, network

policy {}

resource_policy "azurerm_network_security_rule" "no-public-ssh" {
  enforce {
    condition = !(
      core::try(core::lower(attrs.direction), "") == "inbound"
      && core::try(core::lower(attrs.access), "") == "allow"
      && core::contains(["tcp", "*"], core::try(core::lower(attrs.protocol), ""))
      && core::anytrue([for s in core::concat([core::try(core::lower(attrs.source_address_prefix), "")], core::try(attrs.source_address_prefixes[*], [])) : core::contains(["*", "any", "internet", "0.0.0.0", "0.0.0.0/0", "::/0"], core::lower(s)) || core::endswith(s, "/0")])
      && core::anytrue([for p in core::concat([core::try(core::trimspace(attrs.destination_port_range), "")], core::try(attrs.destination_port_ranges[*], [])) : p == "*" || p != "" && core::try(core::parseint(core::split("-", p)[0], 10), -1) <= 22 && core::try(core::parseint(core::element(core::split("-", p), 1), 10), -1) >= 22])
    )
    error_message = "port 22 is open to the internet, must name the addresses that need access"
  }
}

# Rules written as resources leave `security_rule` known after apply; they are judged one by one.
resource_policy "azurerm_network_security_group" "no-public-ssh" {
  enforce {
    condition = (
      core::alltrue([
        for r in core::try(attrs.security_rule[*], []) : !(
          core::try(core::lower(r.direction), "") == "inbound"
          && core::try(core::lower(r.access), "") == "allow"
          && core::contains(["tcp", "*"], core::try(core::lower(r.protocol), ""))
          && core::anytrue([for s in core::concat([core::try(core::lower(r.source_address_prefix), "")], core::try(r.source_address_prefixes[*], [])) : core::contains(["*", "any", "internet", "0.0.0.0", "0.0.0.0/0", "::/0"], core::lower(s)) || core::endswith(s, "/0")])
          && core::anytrue([for p in core::concat([core::try(core::trimspace(r.destination_port_range), "")], core::try(r.destination_port_ranges[*], [])) : p == "*" || p != "" && core::try(core::parseint(core::split("-", p)[0], 10), -1) <= 22 && core::try(core::parseint(core::element(core::split("-", p), 1), 10), -1) >= 22])
        )
      ])
      || core::valuetostring(core::try(attrs.security_rule, null)) == "(unknown)" && core::length(core::getresources("azurerm_network_security_rule", { network_security_group_name = core::try(attrs.name, null) })) > 0
    )
    error_message = "`security_rule`: port 22 is open to the internet, must name the addresses that need access"
  }
}
