# title: Clusters are watched by Defender
# why: Defender tells of known attacks on clusters while they happen.
# fix: Add `microsoft_defender { log_analytics_workspace_id = … }`.
# severity: low
# references: https://learn.microsoft.com/azure/defender-for-cloud/defender-for-containers-introduction
# tags: logging

policy {}

resource_policy "azurerm_kubernetes_cluster" "defender" {
  enforce {
    condition     = core::try(core::length(attrs.microsoft_defender), 0) > 0
    error_message = "`microsoft_defender` must be set"
  }
}
