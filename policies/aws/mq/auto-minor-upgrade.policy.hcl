# title: Minor engine upgrades are applied automatically
# why: Minor versions carry security fixes; brokers that wait for somebody stay vulnerable.
# fix: Set `auto_minor_version_upgrade = true`.
# severity: medium
# references: https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/upgrading-brokers.html
# aliases: CKV_AWS_207
# tags: patching

policy {}

resource_policy "aws_mq_broker" "auto-minor-upgrade" {
  enforce {
    condition     = core::try(attrs.auto_minor_version_upgrade, null) == true
    error_message = "`auto_minor_version_upgrade` is ${core::try(attrs.auto_minor_version_upgrade, null) == null ? "not set" : "false"}, must be true"
  }
}
