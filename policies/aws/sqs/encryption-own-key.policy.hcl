# title: Queues are encrypted with a KMS key of the account
# why: With keys of SQS the use of the key can be neither audited nor revoked, and every
#   reader of the queue can decrypt.
# fix: Set `kms_master_key_id` to the ARN or alias of a KMS key of your own.
# severity: low
# references: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
# aliases: CKV2_AWS_73
# tags: encryption

policy {}

resource_policy "aws_sqs_queue" "encryption-own-key" {
  enforce {
    condition     = !core::contains(["", "alias/aws/sqs"], core::try(attrs.kms_master_key_id, null) == null ? "" : core::try(attrs.kms_master_key_id, null))
    error_message = "`kms_master_key_id` is ${core::try(attrs.kms_master_key_id, null) == null ? "not set" : attrs.kms_master_key_id}, must be a KMS key of your own"
  }
}
