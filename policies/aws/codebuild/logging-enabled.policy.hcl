# title: Builds write logs
# why: Without logs nobody can say what a build did.
# fix: Leave `logs_config` out, or leave one of `cloudwatch_logs` and `s3_logs` enabled.
# severity: medium
# references: https://docs.aws.amazon.com/codebuild/latest/userguide/change-project-console.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html
# aliases: CKV_AWS_314
# tags: fsbp, logging

policy {}

resource_policy "aws_codebuild_project" "logging-enabled" {
  enforce {
    condition     = core::try(attrs.logs_config[0].cloudwatch_logs[0].status, null) != "DISABLED" || core::try(attrs.logs_config[0].s3_logs[0].status, null) == "ENABLED"
    error_message = "`logs_config.cloudwatch_logs.status` is DISABLED and `s3_logs` is not enabled, must have one of them"
  }
}
