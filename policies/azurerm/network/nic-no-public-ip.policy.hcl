# title: Network interfaces have no public address
# why: A machine with an address of its own can be scanned and attacked from anywhere,
#   mistakes in security groups included.
# fix: Remove `public_ip_address_id`; let traffic in through a load balancer or Azure Bastion,
#   and out through a NAT gateway.
# severity: low
# references: https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-addresses
# aliases: CKV_AZURE_119
# tags: network

policy {}

resource_policy "azurerm_network_interface" "nic-no-public-ip" {
  enforce {
    condition     = core::alltrue([for c in core::try(attrs.ip_configuration[*], []) : core::try(core::trimspace(c.public_ip_address_id), "") == ""])
    error_message = "`ip_configuration.public_ip_address_id` is set, must be left out"
  }
}
