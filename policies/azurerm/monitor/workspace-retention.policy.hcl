# title: Log Analytics workspaces keep logs long enough
# why: Attacks are often found months later, when short logs are gone.
# fix: Set `retention_in_days` to at least the input `workspace-retention-min`.
# severity: low
# references: https://learn.microsoft.com/azure/azure-monitor/logs/data-retention-configure
# tags: logging

policy {}

input "workspace-retention-min" {
  type        = number
  default     = 90
  description = "Fewest days that Log Analytics workspaces keep logs"
}

resource_policy "azurerm_log_analytics_workspace" "workspace-retention" {
  enforce {
    condition     = core::try(attrs.retention_in_days + 0, 30) >= input.workspace-retention-min
    error_message = "`retention_in_days` is ${core::valuetostring(core::try(attrs.retention_in_days, null))}, must be at least ${input.workspace-retention-min}"
  }
}
