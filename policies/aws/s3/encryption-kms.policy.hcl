# title: Buckets are encrypted with KMS
# why: With S3 keys everybody who may read an object may decrypt it; a KMS key can be
#   restricted, audited and revoked on its own.
# fix: Set `sse_algorithm = "aws:kms"` and a `kms_master_key_id`.
# severity: low
# references: https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html
# aliases: CKV_AWS_145
# tags: fsbp, encryption

policy {}

resource_policy "aws_s3_bucket_server_side_encryption_configuration" "encryption-kms" {
  enforce {
    condition = core::alltrue([
      for rule in core::try([for x in attrs.rule : x], []) :
      core::startswith(core::try(rule.apply_server_side_encryption_by_default[0].sse_algorithm, "AES256"), "aws:kms")
    ])
    error_message = "`sse_algorithm` must be aws:kms"
  }
}

# In newer provider versions the inline argument is computed, and not known before the
# apply where it is not written: then there is nothing to judge.
resource_policy "aws_s3_bucket" "encryption-kms" {
  filter = core::valuetostring(core::try(attrs.server_side_encryption_configuration, null)) != "(unknown)"

  enforce {
    condition = core::alltrue([
      for rule in core::try([for x in attrs.server_side_encryption_configuration[0].rule : x], []) :
      core::startswith(core::try(rule.apply_server_side_encryption_by_default[0].sse_algorithm, "AES256"), "aws:kms")
    ])
    error_message = "`sse_algorithm` must be aws:kms"
  }
}
