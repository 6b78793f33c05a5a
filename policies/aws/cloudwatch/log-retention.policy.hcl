# title: Logs are kept long enough, and no longer than allowed
# why: Logs that are gone too soon explain nothing; logs that are kept for ever cost for
#   ever and break retention rules.
# fix: Set `retention_in_days` to a number of days between the inputs `log-retention-min`
#   and `log-retention-max`.
# severity: medium
# references: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html#SettingLogRetention
# aliases: CKV_AWS_66
# tags: logging

policy {}

input "log-retention-min" {
  type        = number
  default     = 14
  description = "Fewest days that logs are kept"
}

input "log-retention-max" {
  type        = number
  default     = 3653
  description = "Most days that logs are kept"
}

# 0 means for ever, whatever the limits. Groups of class DELIVERY have a fixed
# retention.
resource_policy "aws_cloudwatch_log_group" "log-retention" {
  filter = core::valuetostring(core::try(attrs.log_group_class, null)) != "DELIVERY"

  locals {
    days = core::try(attrs.retention_in_days, null) == null ? 0 : core::try(attrs.retention_in_days, null)
  }

  enforce {
    condition     = local.days > 0 && local.days >= input.log-retention-min && local.days <= input.log-retention-max
    error_message = "`retention_in_days` is ${local.days == 0 ? "not set (for ever)" : core::valuetostring(local.days)}, must be from ${input.log-retention-min} to ${input.log-retention-max}"
  }
}
