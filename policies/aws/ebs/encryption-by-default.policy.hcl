# title: New volumes are encrypted by default
# why: The account setting also covers volumes that nobody thought of, such as those that
#   images and services make.
# fix: Leave out `enabled` of aws_ebs_encryption_by_default or set it to true.
# severity: high
# references: https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html
# aliases: CKV_AWS_106, FSBP EC2.7
# tags: cis, fsbp, encryption

policy {}

resource_policy "aws_ebs_encryption_by_default" "encryption-by-default" {
  enforce {
    condition     = core::try(attrs.enabled, null) != false
    error_message = "`enabled` is false, must be true"
  }
}
