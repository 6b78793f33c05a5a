# title: Existing public ACLs are ignored
# why: Otherwise objects that were published once stay public.
# fix: Set `ignore_public_acls = true` on aws_s3_bucket_public_access_block.
# severity: critical
# references: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html
# aliases: CKV_AWS_55
# tags: cis, fsbp, network

policy {}

resource_policy "aws_s3_bucket_public_access_block" "public-acls-ignored" {
  enforce {
    condition     = core::try(attrs.ignore_public_acls, null) == true
    error_message = "`ignore_public_acls` is ${core::try(attrs.ignore_public_acls, null) == null ? "not set" : "false"}, must be true"
  }
}
