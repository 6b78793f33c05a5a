# title: Buckets keep old versions of objects
# why: Without versions an overwritten or deleted object is gone, whether by mistake or by
#   an attacker.
# fix: Add an aws_s3_bucket_versioning with `status = "Enabled"` (before version 4 of the
#   AWS provider: a `versioning` block).
# severity: high
# references: https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html
# aliases: CKV_AWS_21
# tags: fsbp, backup

policy {}

resource_policy "aws_s3_bucket" "versioning-enabled" {
  locals {
    by_id   = core::anytrue([for r in core::getresources("aws_s3_bucket_versioning", { bucket = core::try(attrs.id, "") }) : core::try(r.versioning_configuration[0].status, null) == "Enabled"])
    by_name = core::anytrue([for r in core::getresources("aws_s3_bucket_versioning", { bucket = core::try(attrs.bucket, "") }) : core::try(r.versioning_configuration[0].status, null) == "Enabled"])
    # References settle the id; names written out are compared where they do not.
    found = core::valuetostring(core::try(attrs.id, "")) != "" && core::valuetostring(local.by_id) != "(unknown)" ? local.by_id : local.by_name
  }

  enforce {
    condition     = core::try(attrs.versioning[0].enabled, null) == true || local.found
    error_message = "versioning is off, must have an aws_s3_bucket_versioning with `status` Enabled"
  }
}
