# title: Alarms act
# why: An alarm whose actions are off tells nobody.
# fix: Set `actions_enabled = true`, or leave it out.
# severity: medium
# references: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html
# aliases: CKV_AWS_319
# tags: logging

policy {}

resource_policy "aws_cloudwatch_metric_alarm" "alarm-actions-enabled" {
  enforce {
    condition     = core::try(attrs.actions_enabled, null) != false
    error_message = "`actions_enabled` is false, must be true"
  }
}

resource_policy "aws_cloudwatch_composite_alarm" "alarm-actions-enabled" {
  enforce {
    condition     = core::try(attrs.actions_enabled, null) != false
    error_message = "`actions_enabled` is false, must be true"
  }
}
