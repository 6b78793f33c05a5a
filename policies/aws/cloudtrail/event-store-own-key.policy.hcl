# title: Event data stores are encrypted with a KMS key of the account
# why: With the key of CloudTrail its use can be neither audited nor revoked.
# fix: Set `kms_key_id` to the ARN of a KMS key.
# severity: low
# references: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html
# aliases: CKV_AWS_294
# tags: encryption, logging

policy {}

resource_policy "aws_cloudtrail_event_data_store" "event-store-own-key" {
  enforce {
    condition     = core::try(attrs.kms_key_id, null) != null && core::try(attrs.kms_key_id, null) != ""
    error_message = "`kms_key_id` is not set, must be the ARN of a KMS key"
  }
}
