# title: Images are not shared with everybody
# why: A public image shows every AWS account what is on its disks.
# fix: Remove `group = "all"` from aws_ami_launch_permission; name an account, an
#   organization or a unit.
# severity: critical
# references: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharing-amis.html
# tags: network

policy {}

resource_policy "aws_ami_launch_permission" "image-not-public" {
  enforce {
    condition     = core::try(attrs.group, null) != "all"
    error_message = "`group` is all, must name an account, an organization or a unit"
  }
}
