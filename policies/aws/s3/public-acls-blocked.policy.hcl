# title: New public ACLs are refused
# why: Otherwise anybody who may write an object may also publish it.
# fix: Set `block_public_acls = true` on aws_s3_bucket_public_access_block.
# severity: critical
# references: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html
# aliases: CKV_AWS_53
# tags: cis, fsbp, network

policy {}

resource_policy "aws_s3_bucket_public_access_block" "public-acls-blocked" {
  enforce {
    condition     = core::try(attrs.block_public_acls, null) == true
    error_message = "`block_public_acls` is ${core::try(attrs.block_public_acls, null) == null ? "not set" : "false"}, must be true"
  }
}
