# title: Trails are encrypted with a KMS key of the account
# why: The key then decides, besides the bucket, who can read what everybody in the account
#   does.
# fix: Set `kms_key_id` to the ARN of a KMS key.
# severity: medium
# references: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html
# aliases: CKV_AWS_35
# tags: cis, fsbp, encryption, logging

policy {}

resource_policy "aws_cloudtrail" "encryption-own-key" {
  enforce {
    condition     = core::try(attrs.kms_key_id, null) != null && core::try(attrs.kms_key_id, null) != ""
    error_message = "`kms_key_id` is not set, must be the ARN of a KMS key"
  }
}
