# title: Trails are sent to a log group
# why: Only there can alarms and queries look at what happens now; files in the bucket come
#   minutes later.
# fix: Set `cloud_watch_logs_group_arn` and `cloud_watch_logs_role_arn`.
# severity: low
# references: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html
# aliases: CKV2_AWS_10
# tags: fsbp, logging

policy {}

resource_policy "aws_cloudtrail" "log-group" {
  enforce {
    condition     = core::try(attrs.cloud_watch_logs_group_arn, null) != null && core::try(attrs.cloud_watch_logs_group_arn, null) != ""
    error_message = "`cloud_watch_logs_group_arn` is not set, must be the ARN of a log group"
  }
}
