# title: Changes to the files of trails can be found out
# why: Without digests nobody can tell whether an entry was removed or changed.
# fix: Set `enable_log_file_validation = true`.
# severity: high
# references: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html
# aliases: CKV_AWS_36
# tags: cis, fsbp, logging

policy {}

resource_policy "aws_cloudtrail" "log-validation" {
  enforce {
    condition     = core::try(attrs.enable_log_file_validation, null) == true
    error_message = "`enable_log_file_validation` is ${core::try(attrs.enable_log_file_validation, null) == null ? "not set" : "false"}, must be true"
  }
}
