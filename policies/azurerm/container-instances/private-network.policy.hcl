# title: Container groups have no public address
# why: A public address gives every port of the group to the internet; there is no security
#   group in front of it.
# fix: Set `ip_address_type = "Private"` and `subnet_ids`.
# severity: medium
# references: https://learn.microsoft.com/azure/container-instances/container-instances-vnet
# aliases: CKV_AZURE_245
# tags: network

policy {}

resource_policy "azurerm_container_group" "private-network" {
  enforce {
    condition     = core::contains(["private", "none"], core::try(core::lower(attrs.ip_address_type), ""))
    error_message = "`ip_address_type` is ${core::valuetostring(core::try(attrs.ip_address_type, null))}, must be Private or None"
  }
}
