# title: The account-wide public access block is complete
# why: The account setting also covers buckets that are made outside Terraform.
# fix: Set all four settings of aws_s3_account_public_access_block to true.
# severity: high
# references: https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-account.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html
# aliases: FSBP S3.1, CIS-AWS 3.0 2.1.4
# tags: cis, fsbp, network

policy {}

resource_policy "aws_s3_account_public_access_block" "account-public-access-blocked" {
  enforce {
    condition     = core::try(attrs.block_public_acls, null) == true
    error_message = "`block_public_acls` must be true"
  }

  enforce {
    condition     = core::try(attrs.block_public_policy, null) == true
    error_message = "`block_public_policy` must be true"
  }

  enforce {
    condition     = core::try(attrs.ignore_public_acls, null) == true
    error_message = "`ignore_public_acls` must be true"
  }

  enforce {
    condition     = core::try(attrs.restrict_public_buckets, null) == true
    error_message = "`restrict_public_buckets` must be true"
  }
}
