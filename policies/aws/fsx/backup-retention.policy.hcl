# title: File systems are backed up, for as long as allowed
# why: Without automatic backups deleted or encrypted files are gone.
# fix: Set `automatic_backup_retention_days` to a number of days between the inputs `fsx-
#   backup-retention-min` and `fsx-backup-retention-max`.
# severity: medium
# references: https://docs.aws.amazon.com/fsx/latest/WindowsGuide/using-backups.html
#   https://docs.aws.amazon.com/fsx/latest/ONTAPGuide/using-backups.html
#   https://docs.aws.amazon.com/fsx/latest/OpenZFSGuide/using-backups.html
#   https://docs.aws.amazon.com/fsx/latest/LustreGuide/using-backups-fsx.html
# tags: backup

policy {}

input "fsx-backup-retention-min" {
  type        = number
  default     = 7
  description = "Fewest days that automatic backups are kept"
}

input "fsx-backup-retention-max" {
  type        = number
  default     = 90
  description = "Most days that automatic backups are kept"
}

resource_policy "aws_fsx_windows_file_system" "backup-retention" {
  locals {
    days = core::try(attrs.automatic_backup_retention_days, null) == null ? 7 : core::try(attrs.automatic_backup_retention_days, null)
  }

  enforce {
    condition     = local.days >= input.fsx-backup-retention-min && local.days <= input.fsx-backup-retention-max
    error_message = "`automatic_backup_retention_days` is ${core::valuetostring(local.days)} days, must be from ${input.fsx-backup-retention-min} to ${input.fsx-backup-retention-max}"
  }
}

resource_policy "aws_fsx_ontap_file_system" "backup-retention" {
  locals {
    days = core::try(attrs.automatic_backup_retention_days, null) == null ? 0 : core::try(attrs.automatic_backup_retention_days, null)
  }

  enforce {
    condition     = local.days >= input.fsx-backup-retention-min && local.days <= input.fsx-backup-retention-max
    error_message = "`automatic_backup_retention_days` is ${core::valuetostring(local.days)} days, must be from ${input.fsx-backup-retention-min} to ${input.fsx-backup-retention-max}"
  }
}

resource_policy "aws_fsx_openzfs_file_system" "backup-retention" {
  locals {
    days = core::try(attrs.automatic_backup_retention_days, null) == null ? 0 : core::try(attrs.automatic_backup_retention_days, null)
  }

  enforce {
    condition     = local.days >= input.fsx-backup-retention-min && local.days <= input.fsx-backup-retention-max
    error_message = "`automatic_backup_retention_days` is ${core::valuetostring(local.days)} days, must be from ${input.fsx-backup-retention-min} to ${input.fsx-backup-retention-max}"
  }
}

resource_policy "aws_fsx_lustre_file_system" "backup-retention" {
  filter = core::startswith(core::try(attrs.deployment_type, null) == null ? "SCRATCH_1" : attrs.deployment_type, "PERSISTENT")

  locals {
    days = core::try(attrs.automatic_backup_retention_days, null) == null ? 0 : core::try(attrs.automatic_backup_retention_days, null)
  }

  enforce {
    condition     = local.days >= input.fsx-backup-retention-min && local.days <= input.fsx-backup-retention-max
    error_message = "`automatic_backup_retention_days` is ${core::valuetostring(local.days)} days, must be from ${input.fsx-backup-retention-min} to ${input.fsx-backup-retention-max}"
  }
}
