# title: Caches are backed up, for as long as allowed
# why: Without snapshots a failed or flushed cache starts empty, and what was only there is
#   lost.
# fix: Set `snapshot_retention_limit` to a number of days between the inputs `cache-backup-
#   retention-min` and `cache-backup-retention-max`.
# severity: medium
# references: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html
# aliases: CKV_AWS_134
# tags: fsbp, backup

policy {}

input "cache-backup-retention-min" {
  type        = number
  default     = 1
  description = "Fewest days that cache snapshots are kept"
}

input "cache-backup-retention-max" {
  type        = number
  default     = 35
  description = "Most days that cache snapshots are kept"
}

resource_policy "aws_elasticache_replication_group" "backup-retention" {
  locals {
    days = core::try(attrs.snapshot_retention_limit, null) == null ? 0 : core::try(attrs.snapshot_retention_limit, null)
  }

  enforce {
    condition     = local.days >= input.cache-backup-retention-min && local.days <= input.cache-backup-retention-max
    error_message = "`snapshot_retention_limit` is ${core::valuetostring(local.days)} days, must be from ${input.cache-backup-retention-min} to ${input.cache-backup-retention-max}"
  }
}

resource_policy "aws_elasticache_cluster" "backup-retention" {
  filter = core::anytrue([for v in ["redis", "valkey"] : v == core::try(attrs.engine, null)]) && core::try(attrs.replication_group_id, null) == null

  locals {
    days = core::try(attrs.snapshot_retention_limit, null) == null ? 0 : core::try(attrs.snapshot_retention_limit, null)
  }

  enforce {
    condition     = local.days >= input.cache-backup-retention-min && local.days <= input.cache-backup-retention-max
    error_message = "`snapshot_retention_limit` is ${core::valuetostring(local.days)} days, must be from ${input.cache-backup-retention-min} to ${input.cache-backup-retention-max}"
  }
}
