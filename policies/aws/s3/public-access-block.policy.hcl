# title: Every bucket has a public access block
# why: Without one a single policy or object ACL can publish the bucket.
# fix: Add an aws_s3_bucket_public_access_block for the bucket, with all four settings true.
# severity: critical
# references: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html
# aliases: CKV2_AWS_6
# tags: cis, fsbp, network

policy {}

resource_policy "aws_s3_bucket" "public-access-block" {
  locals {
    by_id   = core::length(core::getresources("aws_s3_bucket_public_access_block", { bucket = core::try(attrs.id, "") })) > 0
    by_name = core::length(core::getresources("aws_s3_bucket_public_access_block", { bucket = core::try(attrs.bucket, "") })) > 0
    # References settle the id; names written out are compared where they do not.
    found = core::valuetostring(core::try(attrs.id, "")) != "" && core::valuetostring(local.by_id) != "(unknown)" ? local.by_id : local.by_name
  }

  enforce {
    condition     = local.found
    error_message = "no aws_s3_bucket_public_access_block for this bucket"
  }
}
