# title: Synapse workspaces send data to approved tenants only
# why: Without it whoever may run a notebook can copy the data to a tenant of his own.
# fix: Set `data_exfiltration_protection_enabled = true` together with
#   `managed_virtual_network_enabled = true`.
# severity: low
# references: https://learn.microsoft.com/azure/synapse-analytics/security/workspace-data-exfiltration-protection
# aliases: CKV_AZURE_157
# tags: network

policy {}

resource_policy "azurerm_synapse_workspace" "data-exfiltration-protection" {
  enforce {
    condition     = core::try(attrs.data_exfiltration_protection_enabled, null) == true
    error_message = "`data_exfiltration_protection_enabled` must be true"
  }
}
