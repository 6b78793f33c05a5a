# title: Instances have a role
# why: Without a role, programs on the instance need access keys in files.
# fix: Set `iam_instance_profile`.
# severity: low
# references: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html
# aliases: CKV2_AWS_41
# tags: iam

policy {}

resource_policy "aws_instance" "instance-profile" {
  enforce {
    condition     = core::try(attrs.iam_instance_profile, null) != null && core::try(attrs.iam_instance_profile, null) != ""
    error_message = "`iam_instance_profile` is not set, must name an instance profile"
  }
}
