# title: Flow logs are on and kept long enough
# why: Attacks are often found months later, when short logs are gone.
# fix: Set `enabled = true` and `retention_policy { enabled = true, days = … }` with 0 (for
#   ever) or at least the input `flow-log-retention-min`.
# severity: medium
# references: https://learn.microsoft.com/azure/network-watcher/nsg-flow-logs-overview
# aliases: CKV_AZURE_12
# tags: cis, logging, network

policy {}

input "flow-log-retention-min" {
  type        = number
  default     = 90
  description = "Fewest days that flow logs are kept; 0 days means for ever"
}

resource_policy "azurerm_network_watcher_flow_log" "flow-log-retention" {
  enforce {
    condition     = core::try(attrs.enabled, null) != false
    error_message = "`enabled` is false, must be true"
  }

  enforce {
    condition = core::try(attrs.retention_policy[0].enabled, null) == true && (
      core::try(attrs.retention_policy[0].days, null) == 0
      || core::try(attrs.retention_policy[0].days + 0, -1) >= input.flow-log-retention-min
    )
    error_message = "`retention_policy` must be enabled, with `days` 0 or at least ${input.flow-log-retention-min}"
  }
}
