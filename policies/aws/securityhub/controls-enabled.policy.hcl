# title: Security Hub takes up new controls
# why: Controls that are added to a standard later would stay off, unnoticed.
# fix: Set `auto_enable_controls = true`, or leave it out.
# severity: low
# references: https://docs.aws.amazon.com/securityhub/latest/userguide/controls-auto-enable.html
# tags: logging

policy {}

resource_policy "aws_securityhub_account" "controls-enabled" {
  enforce {
    condition     = core::try(attrs.auto_enable_controls, null) != false
    error_message = "`auto_enable_controls` is false, must be true"
  }
}
