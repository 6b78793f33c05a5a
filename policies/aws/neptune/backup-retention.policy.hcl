# title: Neptune backups are kept long enough, and no longer than allowed
# why: The default keeps a single day: what is noticed on Monday cannot be restored.
# fix: Set `backup_retention_period` to a number of days between the inputs `neptune-backup-
#   retention-min` and `neptune-backup-retention-max`.
# severity: high
# references: https://docs.aws.amazon.com/neptune/latest/userguide/backup-restore-overview.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html
# aliases: CKV_AWS_361
# tags: fsbp, backup

policy {}

input "neptune-backup-retention-min" {
  type        = number
  default     = 7
  description = "Fewest days that automated backups are kept"
}

input "neptune-backup-retention-max" {
  type        = number
  default     = 35
  description = "Most days that automated backups are kept"
}

resource_policy "aws_neptune_cluster" "backup-retention" {
  locals {
    days = core::try(attrs.backup_retention_period, null) == null ? 1 : core::try(attrs.backup_retention_period, null)
  }

  enforce {
    condition     = local.days >= input.neptune-backup-retention-min && local.days <= input.neptune-backup-retention-max
    error_message = "`backup_retention_period` is ${core::valuetostring(local.days)} days, must be from ${input.neptune-backup-retention-min} to ${input.neptune-backup-retention-max}"
  }
}
