# title: Users have no access keys in the state
# why: Access keys do not expire, and the secret of one made here stands in the state in
#   plain text.
# fix: Remove the aws_iam_access_key; let workloads use roles (OIDC, instance profiles), or
#   give a `pgp_key`.
# severity: medium
# references: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles
# tags: iam, secrets

policy {}

resource_policy "aws_iam_access_key" "no-access-keys" {
  enforce {
    condition     = core::try(attrs.pgp_key, null) != null && core::try(attrs.pgp_key, null) != ""
    error_message = "the secret key is kept in the state in plain text, must be encrypted by `pgp_key`, or give way to a role"
  }
}
