# title: Access points enforce a user
# why: Without one a client chooses its own user id, root included.
# fix: Add a `posix_user` block with `uid` and `gid`.
# severity: medium
# references: https://docs.aws.amazon.com/efs/latest/ug/enforce-identity-access-points.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html
# aliases: CKV_AWS_330
# tags: fsbp, iam

policy {}

resource_policy "aws_efs_access_point" "access-point-user" {
  enforce {
    condition     = core::try(attrs.posix_user[0].uid, null) != null
    error_message = "`posix_user` is not set, must have `uid` and `gid`"
  }
}
