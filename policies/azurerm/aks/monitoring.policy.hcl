# title: Clusters send their logs
# why: Without logs of containers and nodes an attack leaves no trace.
# fix: Add `oms_agent { log_analytics_workspace_id = … }`.
# severity: medium
# references: https://learn.microsoft.com/azure/aks/monitor-aks
# aliases: CKV_AZURE_4
# tags: logging

policy {}

resource_policy "azurerm_kubernetes_cluster" "monitoring" {
  enforce {
    condition = (
      core::try(core::length(attrs.oms_agent), 0) > 0
      || core::try(attrs.addon_profile[0].oms_agent[0].enabled, null) == true
    )
    error_message = "`oms_agent` must be set"
  }
}
