# title: Minor engine upgrades are applied automatically
# why: Minor versions carry security fixes; caches that wait for somebody stay vulnerable.
# fix: Leave out `auto_minor_version_upgrade` or set it to true.
# severity: medium
# references: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.Modify.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html
# aliases: CKV_AWS_322
# tags: fsbp, patching

policy {}

resource_policy "aws_elasticache_cluster" "auto-minor-upgrade" {
  enforce {
    condition     = core::try(attrs.auto_minor_version_upgrade, null) != false && core::try(attrs.auto_minor_version_upgrade, null) != "false"
    error_message = "`auto_minor_version_upgrade` is false, must be true"
  }
}

resource_policy "aws_elasticache_replication_group" "auto-minor-upgrade" {
  enforce {
    condition     = core::try(attrs.auto_minor_version_upgrade, null) != false && core::try(attrs.auto_minor_version_upgrade, null) != "false"
    error_message = "`auto_minor_version_upgrade` is false, must be true"
  }
}
