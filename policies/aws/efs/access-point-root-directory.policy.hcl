# title: Access points show one directory, not the whole file system
# why: An access point that starts at / gives its user every file of every other
#   application.
# fix: Add a `root_directory` block with a `path` below /.
# severity: medium
# references: https://docs.aws.amazon.com/efs/latest/ug/enforce-root-directory-access-point.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html
# aliases: CKV_AWS_329
# tags: fsbp, iam

policy {}

resource_policy "aws_efs_access_point" "access-point-root-directory" {
  locals {
    path = core::try(attrs.root_directory[0].path, null) == null ? "/" : core::try(attrs.root_directory[0].path, null)
  }

  enforce {
    condition     = local.path != "/" && local.path != ""
    error_message = "`root_directory.path` is /, must be a directory below it"
  }
}
