# title: Subnets have a security group
# why: Without one everything in the virtual network, and what is peered with it, reaches
#   everything in the subnet.
# fix: Add azurerm_subnet_network_security_group_association for the subnet.
# severity: medium
# references: https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview
# aliases: CKV2_AZURE_31
# tags: network

policy {}

# Gateways, firewalls and route servers take no security group.
resource_policy "azurerm_subnet" "subnet-security-group" {
  filter = !core::contains(["GatewaySubnet", "AzureFirewallSubnet", "AzureFirewallManagementSubnet", "AzureBastionSubnet", "RouteServerSubnet"], core::try(core::trimspace(attrs.name), ""))

  enforce {
    condition = (
      core::length(core::getresources("azurerm_subnet_network_security_group_association", { subnet_id = core::try(attrs.id, null) })) > 0
      || core::try(core::trimspace(attrs.network_security_group_id), "") != ""
    )
    error_message = "no azurerm_subnet_network_security_group_association for this subnet"
  }
}
