# title: Delivery streams are encrypted
# why: Records are buffered before they are delivered; unencrypted they can be read from the
#   buffer.
# fix: Add a `server_side_encryption` block with `enabled = true` (streams that read from
#   Kinesis or MSK are encrypted there).
# severity: medium
# references: https://docs.aws.amazon.com/firehose/latest/dev/encryption.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/datafirehose-controls.html
# aliases: CKV_AWS_240
# tags: fsbp, encryption

policy {}

resource_policy "aws_kinesis_firehose_delivery_stream" "delivery-stream-encrypted" {
  filter = core::length(core::try([for source in attrs.kinesis_source_configuration : source], [])) + core::length(core::try([for source in attrs.msk_source_configuration : source], [])) == 0

  enforce {
    condition     = core::try(attrs.server_side_encryption[0].enabled, null) == true
    error_message = "`server_side_encryption.enabled` is ${core::try(attrs.server_side_encryption[0].enabled, null) == null ? "not set" : "false"}, must be true"
  }
}
