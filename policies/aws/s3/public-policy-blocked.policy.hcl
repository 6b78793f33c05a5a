# title: Public bucket policies are refused
# why: Otherwise one bucket policy with a wildcard principal publishes every object.
# fix: Set `block_public_policy = true` on aws_s3_bucket_public_access_block.
# severity: critical
# references: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html
# aliases: CKV_AWS_54
# tags: cis, fsbp, network

policy {}

resource_policy "aws_s3_bucket_public_access_block" "public-policy-blocked" {
  enforce {
    condition     = core::try(attrs.block_public_policy, null) == true
    error_message = "`block_public_policy` is ${core::try(attrs.block_public_policy, null) == null ? "not set" : "false"}, must be true"
  }
}
