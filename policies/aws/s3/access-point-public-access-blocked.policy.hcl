# title: Access points block public access
# why: An access point has a policy of its own; unblocked, it can publish a bucket that is
#   closed itself. It cannot be changed later.
# fix: Leave out `public_access_block_configuration` or set all four settings to true.
# severity: critical
# references: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html
# aliases: CKV_AWS_392
# tags: fsbp, network

policy {}

resource_policy "aws_s3_access_point" "access-point-public-access-blocked" {
  enforce {
    condition     = core::try(attrs.public_access_block_configuration[0].block_public_acls, null) != false
    error_message = "`public_access_block_configuration.block_public_acls` is false, must be true"
  }

  enforce {
    condition     = core::try(attrs.public_access_block_configuration[0].block_public_policy, null) != false
    error_message = "`public_access_block_configuration.block_public_policy` is false, must be true"
  }

  enforce {
    condition     = core::try(attrs.public_access_block_configuration[0].ignore_public_acls, null) != false
    error_message = "`public_access_block_configuration.ignore_public_acls` is false, must be true"
  }

  enforce {
    condition     = core::try(attrs.public_access_block_configuration[0].restrict_public_buckets, null) != false
    error_message = "`public_access_block_configuration.restrict_public_buckets` is false, must be true"
  }
}
