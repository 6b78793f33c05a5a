# title: Automated backups are kept long enough, and no longer than allowed
# why: Without automated backups a deleted or corrupted database cannot be restored to a
#   point in time; kept too long they break retention rules.
# fix: Set `backup_retention_period` to a number of days between the inputs `backup-
#   retention-min` and `backup-retention-max`.
# severity: high
# references: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html
# aliases: CKV_AWS_133, FSBP RDS.11
# tags: fsbp, backup

policy {}

input "backup-retention-min" {
  type        = number
  default     = 7
  description = "Fewest days that automated backups are kept"
}

input "backup-retention-max" {
  type        = number
  default     = 35
  description = "Most days that automated backups are kept"
}

resource_policy "aws_db_instance" "backup-retention" {
  filter = (core::try(attrs.replicate_source_db, null) == null || core::try(attrs.replicate_source_db, null) == "")

  locals {
    days = core::try(attrs.backup_retention_period, null) == null ? 0 : core::try(attrs.backup_retention_period, null)
  }

  enforce {
    condition     = local.days >= input.backup-retention-min && local.days <= input.backup-retention-max
    error_message = "`backup_retention_period` is ${core::valuetostring(local.days)} days, must be from ${input.backup-retention-min} to ${input.backup-retention-max}"
  }
}

resource_policy "aws_rds_cluster" "backup-retention" {
  locals {
    days = core::try(attrs.backup_retention_period, null) == null ? 1 : core::try(attrs.backup_retention_period, null)
  }

  enforce {
    condition     = local.days >= input.backup-retention-min && local.days <= input.backup-retention-max
    error_message = "`backup_retention_period` is ${core::valuetostring(local.days)} days, must be from ${input.backup-retention-min} to ${input.backup-retention-max}"
  }
}
