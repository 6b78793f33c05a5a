# title: Buckets log requests
# why: Without access logs nobody can say who read or deleted an object. Buckets that
#   receive such logs are left alone.
# fix: Add an aws_s3_bucket_logging with a `target_bucket`.
# severity: low
# references: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html
# aliases: CKV_AWS_18
# tags: fsbp, logging

policy {}

resource_policy "aws_s3_bucket" "access-logging" {
  locals {
    by_id   = core::length(core::getresources("aws_s3_bucket_logging", { bucket = core::try(attrs.id, "") })) > 0
    by_name = core::length(core::getresources("aws_s3_bucket_logging", { bucket = core::try(attrs.bucket, "") })) > 0
    # References settle the id; names written out are compared where they do not.
    found          = core::valuetostring(core::try(attrs.id, "")) != "" && core::valuetostring(local.by_id) != "(unknown)" ? local.by_id : local.by_name
    target_by_id   = core::length(core::getresources("aws_s3_bucket_logging", { target_bucket = core::try(attrs.id, "") })) > 0
    target_by_name = core::length(core::getresources("aws_s3_bucket_logging", { target_bucket = core::try(attrs.bucket, "") })) > 0
    # References settle the id; names written out are compared where they do not.
    target_found = core::valuetostring(core::try(attrs.id, "")) != "" && core::valuetostring(local.target_by_id) != "(unknown)" ? local.target_by_id : local.target_by_name
  }

  enforce {
    condition     = core::length(core::try([for l in attrs.logging : l], [])) > 0 || local.found || local.target_found
    error_message = "no aws_s3_bucket_logging for this bucket"
  }
}
