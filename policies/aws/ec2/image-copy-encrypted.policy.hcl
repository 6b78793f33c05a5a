# title: Copies of images are encrypted
# why: Copying is the one moment when an unencrypted image can be encrypted; every instance
#   made from a plain copy has a plain disk.
# fix: Set `encrypted = true` on aws_ami_copy.
# severity: medium
# references: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/CopyingAMIs.html
# aliases: CKV_AWS_235
# tags: encryption

policy {}

resource_policy "aws_ami_copy" "image-copy-encrypted" {
  enforce {
    condition     = core::try(attrs.encrypted, null) == true
    error_message = "`encrypted` is ${core::try(attrs.encrypted, null) == null ? "not set" : "false"}, must be true"
  }
}
