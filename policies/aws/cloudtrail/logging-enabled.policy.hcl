# title: Trails are switched on
# why: A trail that does not log records nothing of what happens in the account.
# fix: Set `enable_logging = true`, or leave it out.
# severity: high
# references: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-turning-off-logging.html
# aliases: CKV_AWS_251
# tags: logging

policy {}

resource_policy "aws_cloudtrail" "logging-enabled" {
  enforce {
    condition     = core::try(attrs.enable_logging, null) != false
    error_message = "`enable_logging` is false, must be true"
  }
}
