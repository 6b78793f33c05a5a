# title: Activity logs are kept a year
# why: Attacks are often found months later, when short logs are gone.
# fix: Set `retention_policy` to at least the input `activity-log-retention-min` days, or to 0
#   for ever.
# severity: medium
# references: https://learn.microsoft.com/azure/azure-monitor/essentials/activity-log
# aliases: CKV_AZURE_37
# tags: logging

policy {}

input "activity-log-retention-min" {
  type        = number
  default     = 365
  description = "Fewest days that activity logs are kept; 0 days means for ever"
}

resource_policy "azurerm_monitor_log_profile" "activity-log-retention" {
  enforce {
    condition = (
      core::try(attrs.retention_policy[0].enabled, null) == true && core::try(attrs.retention_policy[0].days + 0, 0) >= input.activity-log-retention-min
      || core::try(attrs.retention_policy[0].days + 0, 0) == 0
    )
    error_message = "`retention_policy.days` is ${core::valuetostring(core::try(attrs.retention_policy[0].days, null))}, must be 0 or at least ${input.activity-log-retention-min}"
  }
}
