# title: Alarms have an action
# why: An alarm without action tells nobody.
# fix: Set `alarm_actions` to a topic or another action.
# severity: low
# references: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html
# tags: logging

policy {}

resource_policy "aws_cloudwatch_metric_alarm" "alarm-has-actions" {
  enforce {
    condition     = core::length(core::try([for a in attrs.alarm_actions : a], [])) > 0
    error_message = "`alarm_actions` is empty, must have at least one action"
  }
}

resource_policy "aws_cloudwatch_composite_alarm" "alarm-has-actions" {
  enforce {
    condition     = core::length(core::try([for a in attrs.alarm_actions : a], [])) > 0
    error_message = "`alarm_actions` is empty, must have at least one action"
  }
}
