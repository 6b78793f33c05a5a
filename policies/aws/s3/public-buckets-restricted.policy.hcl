# title: Public buckets are restricted to the account
# why: Otherwise a bucket whose policy is public already stays open to everybody.
# fix: Set `restrict_public_buckets = true` on aws_s3_bucket_public_access_block.
# severity: critical
# references: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html
# aliases: CKV_AWS_56
# tags: cis, fsbp, network

policy {}

resource_policy "aws_s3_bucket_public_access_block" "public-buckets-restricted" {
  enforce {
    condition     = core::try(attrs.restrict_public_buckets, null) == true
    error_message = "`restrict_public_buckets` is ${core::try(attrs.restrict_public_buckets, null) == null ? "not set" : "false"}, must be true"
  }
}
