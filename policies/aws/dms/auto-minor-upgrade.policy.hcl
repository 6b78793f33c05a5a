# title: Minor engine upgrades are applied automatically
# why: Minor versions carry security fixes; instances that wait for somebody stay
#   vulnerable.
# fix: Set `auto_minor_version_upgrade = true`.
# severity: medium
# references: https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html
# aliases: CKV_AWS_222
# tags: fsbp, patching

policy {}

resource_policy "aws_dms_replication_instance" "auto-minor-upgrade" {
  enforce {
    condition     = core::try(attrs.auto_minor_version_upgrade, null) == true
    error_message = "`auto_minor_version_upgrade` is ${core::try(attrs.auto_minor_version_upgrade, null) == null ? "not set" : "false"}, must be true"
  }
}
