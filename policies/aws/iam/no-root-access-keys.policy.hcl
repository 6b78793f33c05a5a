# title: The root user has no access keys
# why: A root key can do everything, cannot be limited, and cannot be taken back by an
#   administrator.
# fix: Remove the aws_iam_access_key; use roles.
# severity: critical
# references: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_delete-key.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html
# aliases: CKV_AWS_348
# tags: cis, fsbp, iam, secrets

policy {}

resource_policy "aws_iam_access_key" "no-root-access-keys" {
  enforce {
    condition     = core::lower(core::try(attrs.user, "")) != "root" && core::lower(core::try(attrs.user, "")) != "<root_account>"
    error_message = "`user` is the root user, must not have access keys"
  }
}
