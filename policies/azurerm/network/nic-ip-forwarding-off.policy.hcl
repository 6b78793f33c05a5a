# title: Network interfaces do not forward packets
# why: A machine that forwards can send with any source address and route around security
#   groups; only appliances need it.
# fix: Remove `ip_forwarding_enabled = true` (before 4.0 `enable_ip_forwarding`), except on an
#   appliance.
# severity: medium
# references: https://learn.microsoft.com/azure/virtual-network/virtual-network-network-interface
# aliases: CKV_AZURE_118
# tags: network

policy {}

resource_policy "azurerm_network_interface" "nic-ip-forwarding-off" {
  enforce {
    condition     = core::try(attrs.ip_forwarding_enabled, null) != true && core::try(attrs.enable_ip_forwarding, null) != true
    error_message = "`ip_forwarding_enabled` is true, must be false"
  }
}
