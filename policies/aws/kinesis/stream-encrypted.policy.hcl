# title: Streams are encrypted
# why: Records wait in the stream for up to a year; unencrypted they can be read from its
#   storage.
# fix: Set `encryption_type = "KMS"` and a `kms_key_id`, for example "alias/aws/kinesis".
# severity: high
# references: https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/kinesis-controls.html
# aliases: CKV_AWS_43
# tags: fsbp, encryption

policy {}

resource_policy "aws_kinesis_stream" "stream-encrypted" {
  enforce {
    condition     = core::try(attrs.encryption_type, null) == "KMS"
    error_message = "`encryption_type` is ${core::try(attrs.encryption_type, null) == null ? "not set" : attrs.encryption_type}, must be KMS"
  }
}
