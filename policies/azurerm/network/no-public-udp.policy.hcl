# title: Security groups do not open UDP to the internet
# why: Open UDP services are used to flood others, and often need no login.
# fix: Narrow the source of the rule, or use `protocol = "Tcp"`.
# severity: medium
# references: https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview
# aliases: CKV_AZURE_77
# tags: cis, network

policy {}

resource_policy "azurerm_network_security_rule" "no-public-udp" {
  enforce {
    condition = !(
      core::try(core::lower(attrs.direction), "") == "inbound"
      && core::try(core::lower(attrs.access), "") == "allow"
      && core::contains(["udp"], core::try(core::lower(attrs.protocol), ""))
      && core::anytrue([for s in core::concat([core::try(core::lower(attrs.source_address_prefix), "")], core::try(attrs.source_address_prefixes[*], [])) : core::contains(["*", "any", "internet", "0.0.0.0", "0.0.0.0/0", "::/0"], core::lower(s)) || core::endswith(s, "/0")])
    )
    error_message = "UDP is open to the internet, must name the addresses that need access"
  }
}

# Rules written as resources leave `security_rule` known after apply; they are judged one by one.
resource_policy "azurerm_network_security_group" "no-public-udp" {
  enforce {
    condition = (
      core::alltrue([
        for r in core::try(attrs.security_rule[*], []) : !(
          core::try(core::lower(r.direction), "") == "inbound"
          && core::try(core::lower(r.access), "") == "allow"
          && core::contains(["udp"], core::try(core::lower(r.protocol), ""))
          && core::anytrue([for s in core::concat([core::try(core::lower(r.source_address_prefix), "")], core::try(r.source_address_prefixes[*], [])) : core::contains(["*", "any", "internet", "0.0.0.0", "0.0.0.0/0", "::/0"], core::lower(s)) || core::endswith(s, "/0")])
        )
      ])
      || core::valuetostring(core::try(attrs.security_rule, null)) == "(unknown)" && core::length(core::getresources("azurerm_network_security_rule", { network_security_group_name = core::try(attrs.name, null) })) > 0
    )
    error_message = "`security_rule`: UDP is open to the internet, must name the addresses that need access"
  }
}
