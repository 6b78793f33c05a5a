# title: MemoryDB clusters are backed up, for as long as allowed
# why: Without snapshots a mistaken write or deletion cannot be undone.
# fix: Set `snapshot_retention_limit` to a number of days between the inputs `memorydb-
#   backup-retention-min` and `memorydb-backup-retention-max`.
# severity: medium
# references: https://docs.aws.amazon.com/memorydb/latest/devguide/snapshots-automatic.html
# tags: backup

policy {}

input "memorydb-backup-retention-min" {
  type        = number
  default     = 1
  description = "Fewest days that snapshots are kept"
}

input "memorydb-backup-retention-max" {
  type        = number
  default     = 35
  description = "Most days that snapshots are kept"
}

resource_policy "aws_memorydb_cluster" "backup-retention" {
  locals {
    days = core::try(attrs.snapshot_retention_limit, null) == null ? 0 : core::try(attrs.snapshot_retention_limit, null)
  }

  enforce {
    condition     = local.days >= input.memorydb-backup-retention-min && local.days <= input.memorydb-backup-retention-max
    error_message = "`snapshot_retention_limit` is ${core::valuetostring(local.days)} days, must be from ${input.memorydb-backup-retention-min} to ${input.memorydb-backup-retention-max}"
  }
}
