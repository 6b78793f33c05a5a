# title: Volumes are encrypted
# why: Unencrypted volumes and their snapshots can be read by whoever gets at a copy;
#   encryption cannot be added to a volume later.
# fix: Set `encrypted = true` on aws_ebs_volume.
# severity: high
# references: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html
# aliases: CKV_AWS_3, FSBP EC2.3
# tags: fsbp, encryption

policy {}

resource_policy "aws_ebs_volume" "volume-encrypted" {
  enforce {
    condition     = core::try(attrs.encrypted, null) == true
    error_message = "`encrypted` is ${core::try(attrs.encrypted, null) == null ? "not set" : "false"}, must be true"
  }
}
