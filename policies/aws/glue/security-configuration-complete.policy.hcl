# title: Security configurations encrypt everything
# why: What is left out, logs, bookmarks or data, is written in clear.
# fix: Set `s3_encryption_mode`, `cloudwatch_encryption_mode` and
#   `job_bookmarks_encryption_mode`, none of them to DISABLED.
# severity: medium
# references: https://docs.aws.amazon.com/glue/latest/dg/set-up-encryption.html
# aliases: CKV_AWS_99
# tags: encryption

policy {}

resource_policy "aws_glue_security_configuration" "security-configuration-complete" {
  enforce {
    condition     = core::try(attrs.encryption_configuration[0].s3_encryption[0].s3_encryption_mode, null) != null && core::try(attrs.encryption_configuration[0].s3_encryption[0].s3_encryption_mode, null) != "" && core::try(attrs.encryption_configuration[0].s3_encryption[0].s3_encryption_mode, null) != "DISABLED"
    error_message = "`s3_encryption.s3_encryption_mode` is not set, must be SSE-KMS"
  }

  enforce {
    condition     = core::try(attrs.encryption_configuration[0].cloudwatch_encryption[0].cloudwatch_encryption_mode, null) != null && core::try(attrs.encryption_configuration[0].cloudwatch_encryption[0].cloudwatch_encryption_mode, null) != "" && core::try(attrs.encryption_configuration[0].cloudwatch_encryption[0].cloudwatch_encryption_mode, null) != "DISABLED"
    error_message = "`cloudwatch_encryption.cloudwatch_encryption_mode` is not set, must be SSE-KMS"
  }

  enforce {
    condition     = core::try(attrs.encryption_configuration[0].job_bookmarks_encryption[0].job_bookmarks_encryption_mode, null) != null && core::try(attrs.encryption_configuration[0].job_bookmarks_encryption[0].job_bookmarks_encryption_mode, null) != "" && core::try(attrs.encryption_configuration[0].job_bookmarks_encryption[0].job_bookmarks_encryption_mode, null) != "DISABLED"
    error_message = "`job_bookmarks_encryption.job_bookmarks_encryption_mode` is not set, must be CSE-KMS"
  }
}
