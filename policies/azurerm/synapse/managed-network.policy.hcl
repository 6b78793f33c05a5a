# title: Synapse workspaces run in a managed network
# why: Without it Spark and pipelines run in a network shared with others; it can be chosen at
#   creation only.
# fix: Set `managed_virtual_network_enabled = true`.
# severity: medium
# references: https://learn.microsoft.com/azure/synapse-analytics/security/synapse-workspace-managed-vnet
# aliases: CKV_AZURE_58
# tags: network

policy {}

resource_policy "azurerm_synapse_workspace" "managed-network" {
  enforce {
    condition     = core::try(attrs.managed_virtual_network_enabled, null) == true
    error_message = "`managed_virtual_network_enabled` must be true"
  }
}
