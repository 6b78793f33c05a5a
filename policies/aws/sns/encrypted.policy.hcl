# title: Topics are encrypted
# why: Messages are kept until they are delivered; without encryption they lie there in
#   clear.
# fix: Set `kms_master_key_id` to the ARN or alias of a KMS key.
# severity: medium
# references: https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html
# aliases: CKV_AWS_26
# tags: encryption

policy {}

resource_policy "aws_sns_topic" "encrypted" {
  enforce {
    condition     = core::try(attrs.kms_master_key_id, null) != null && core::try(attrs.kms_master_key_id, null) != ""
    error_message = "`kms_master_key_id` is not set, must be a KMS key"
  }
}
