# title: Tables can be restored to a point in time
# why: Without it an overwritten or deleted item can only come back from whatever backup
#   somebody made by hand.
# fix: Add a `point_in_time_recovery` block with `enabled = true`.
# severity: high
# references: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html
# aliases: CKV_AWS_28
# tags: fsbp, backup

policy {}

resource_policy "aws_dynamodb_table" "point-in-time-recovery" {
  enforce {
    condition     = core::try(attrs.point_in_time_recovery[0].enabled, null) == true
    error_message = "`point_in_time_recovery.enabled` is ${core::try(attrs.point_in_time_recovery[0].enabled, null) == null ? "not set" : "false"}, must be true"
  }
}
