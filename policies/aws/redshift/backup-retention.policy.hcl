# title: Warehouse snapshots are kept long enough, and no longer than allowed
# why: Without automated snapshots a dropped table or a broken load cannot be undone.
# fix: Set `automated_snapshot_retention_period` to a number of days between the inputs
#   `redshift-backup-retention-min` and `redshift-backup-retention-max`.
# severity: high
# references: https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-snapshots.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html
# aliases: CKV_AWS_343
# tags: fsbp, backup

policy {}

input "redshift-backup-retention-min" {
  type        = number
  default     = 7
  description = "Fewest days that automated snapshots are kept"
}

input "redshift-backup-retention-max" {
  type        = number
  default     = 35
  description = "Most days that automated snapshots are kept"
}

resource_policy "aws_redshift_cluster" "backup-retention" {
  locals {
    days = core::try(attrs.automated_snapshot_retention_period, null) == null ? 1 : core::try(attrs.automated_snapshot_retention_period, null)
  }

  enforce {
    condition     = local.days >= input.redshift-backup-retention-min && local.days <= input.redshift-backup-retention-max
    error_message = "`automated_snapshot_retention_period` is ${core::valuetostring(local.days)} days, must be from ${input.redshift-backup-retention-min} to ${input.redshift-backup-retention-max}"
  }
}
