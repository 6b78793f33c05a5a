# title: Queues are encrypted
# why: Messages wait on disks for days; without encryption they lie there in clear.
# fix: Set `kms_master_key_id`, or leave `sqs_managed_sse_enabled` out or true.
# severity: high
# references: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/sqs-controls.html
# aliases: CKV_AWS_27
# tags: fsbp, encryption

policy {}

# Where `sqs_managed_sse_enabled` is not written it is computed, and not known before
# the apply: new queues are then encrypted with keys of SQS.
resource_policy "aws_sqs_queue" "encrypted" {
  filter = core::valuetostring(core::try(attrs.sqs_managed_sse_enabled, null)) != "(unknown)"

  enforce {
    condition = (
      (core::try(attrs.kms_master_key_id, null) != null && core::try(attrs.kms_master_key_id, null) != "")
      || core::try(attrs.sqs_managed_sse_enabled, null) != false
    )
    error_message = "`sqs_managed_sse_enabled` is false and `kms_master_key_id` is not set, must have one of them"
  }
}
