# title: Logs of builds in S3 are encrypted
# why: Build logs show configuration, and sometimes secrets.
# fix: Set `logs_config.s3_logs.encryption_disabled = false`, or leave it out.
# severity: low
# references: https://docs.aws.amazon.com/codebuild/latest/userguide/change-project-console.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html
# aliases: CKV_AWS_311
# tags: fsbp, encryption, logging

policy {}

resource_policy "aws_codebuild_project" "s3-logs-encrypted" {
  enforce {
    condition     = core::try(attrs.logs_config[0].s3_logs[0].encryption_disabled, null) != true
    error_message = "`logs_config.s3_logs.encryption_disabled` is true, must be false"
  }
}
