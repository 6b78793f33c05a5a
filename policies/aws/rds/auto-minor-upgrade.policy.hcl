# title: Minor engine upgrades are applied automatically
# why: Minor versions carry security fixes; databases that wait for somebody stay
#   vulnerable.
# fix: Leave out `auto_minor_version_upgrade` or set it to true.
# severity: medium
# references: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html
# aliases: CKV_AWS_226, FSBP RDS.13
# tags: cis, fsbp, patching

policy {}

resource_policy "aws_db_instance" "auto-minor-upgrade" {
  enforce {
    condition     = core::try(attrs.auto_minor_version_upgrade, null) != false
    error_message = "`auto_minor_version_upgrade` is false, must be true"
  }
}

resource_policy "aws_rds_cluster_instance" "auto-minor-upgrade" {
  enforce {
    condition     = core::try(attrs.auto_minor_version_upgrade, null) != false
    error_message = "`auto_minor_version_upgrade` is false, must be true"
  }
}
