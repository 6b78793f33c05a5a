# title: DocumentDB backups are kept long enough, and no longer than allowed
# why: The default keeps a single day: what is noticed on Monday cannot be restored.
# fix: Set `backup_retention_period` to a number of days between the inputs `docdb-backup-
#   retention-min` and `docdb-backup-retention-max`.
# severity: high
# references: https://docs.aws.amazon.com/documentdb/latest/developerguide/backup_restore.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/documentdb-controls.html
# aliases: CKV_AWS_360
# tags: fsbp, backup

policy {}

input "docdb-backup-retention-min" {
  type        = number
  default     = 7
  description = "Fewest days that automated backups are kept"
}

input "docdb-backup-retention-max" {
  type        = number
  default     = 35
  description = "Most days that automated backups are kept"
}

resource_policy "aws_docdb_cluster" "backup-retention" {
  locals {
    days = core::try(attrs.backup_retention_period, null) == null ? 1 : core::try(attrs.backup_retention_period, null)
  }

  enforce {
    condition     = local.days >= input.docdb-backup-retention-min && local.days <= input.docdb-backup-retention-max
    error_message = "`backup_retention_period` is ${core::valuetostring(local.days)} days, must be from ${input.docdb-backup-retention-min} to ${input.docdb-backup-retention-max}"
  }
}
