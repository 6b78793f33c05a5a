# title: Lifecycle rules abort incomplete uploads
# why: Parts of uploads that were never finished are invisible, and are paid for until
#   somebody aborts them.
# fix: Add `abort_incomplete_multipart_upload { days_after_initiation = 7 }` to an enabled
#   rule.
# severity: low
# references: https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html
# aliases: CKV_AWS_300
# tags: cost

policy {}

resource_policy "aws_s3_bucket_lifecycle_configuration" "incomplete-uploads-aborted" {
  enforce {
    condition = core::anytrue([
      for rule in core::try([for x in attrs.rule : x], []) :
      core::try(rule.status, null) == "Enabled" && core::try(rule.abort_incomplete_multipart_upload[0].days_after_initiation, null) != null
    ])
    error_message = "no enabled `rule` has `abort_incomplete_multipart_upload.days_after_initiation`"
  }
}
