# title: Warehouses take engine upgrades in the maintenance window
# why: Engine versions carry security fixes; clusters that wait for somebody stay
#   vulnerable.
# fix: Leave out `allow_version_upgrade` or set it to true.
# severity: medium
# references: https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-clusters.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html
# aliases: CKV_AWS_141
# tags: fsbp, patching

policy {}

resource_policy "aws_redshift_cluster" "version-upgrades" {
  enforce {
    condition     = core::try(attrs.allow_version_upgrade, null) != false
    error_message = "`allow_version_upgrade` is false, must be true"
  }
}
