# title: Repositories are encrypted with KMS
# why: Images are always encrypted, but with a key of S3: its use can be neither audited nor
#   revoked. It cannot be changed later.
# fix: Add an `encryption_configuration` block with `encryption_type = "KMS"`.
# severity: low
# references: https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html
# aliases: CKV_AWS_136
# tags: encryption

policy {}

resource_policy "aws_ecr_repository" "encryption-own-key" {
  enforce {
    condition     = core::contains(["KMS", "KMS_DSSE"], core::try(attrs.encryption_configuration[0].encryption_type, null) == null ? "" : core::try(attrs.encryption_configuration[0].encryption_type, null))
    error_message = "`encryption_configuration.encryption_type` is ${core::try(attrs.encryption_configuration[0].encryption_type, null) == null ? "not set" : core::try(attrs.encryption_configuration[0].encryption_type, null)}, must be KMS or KMS_DSSE"
  }
}
