# title: GuardDuty is switched on
# why: A suspended detector sees neither stolen credentials nor miners.
# fix: Set `enable = true`, or leave it out.
# severity: high
# references: https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_suspend-disable.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html
# aliases: CKV_AWS_238
# tags: fsbp, logging

policy {}

resource_policy "aws_guardduty_detector" "enabled" {
  enforce {
    condition     = core::try(attrs.enable, null) != false
    error_message = "`enable` is false, must be true"
  }
}
