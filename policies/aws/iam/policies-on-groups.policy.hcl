# title: Policies are attached to groups or roles, not to users
# why: Permissions of single users are forgotten when people change their work, and nobody
#   sees them all.
# fix: Attach the policy to a group (aws_iam_group_policy_attachment) or a role, and put the
#   user into the group.
# severity: low
# references: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html
# aliases: CKV_AWS_40
# tags: cis, fsbp, iam

policy {}

resource_policy "aws_iam_user_policy_attachment" "policies-on-groups" {
  enforce {
    condition     = false
    error_message = "the policy is attached to a user, must be attached to a group or role"
  }
}

resource_policy "aws_iam_user_policy" "policies-on-groups" {
  enforce {
    condition     = false
    error_message = "the policy is attached to a user, must be attached to a group or role"
  }
}

resource_policy "aws_iam_policy_attachment" "policies-on-groups" {
  enforce {
    condition     = core::length(core::try([for u in attrs.users : u], [])) == 0
    error_message = "`users` is not empty, must be attached to `groups` or `roles`"
  }
}
