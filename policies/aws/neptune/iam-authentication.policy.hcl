# title: Neptune requires IAM authentication
# why: Neptune has no passwords: without IAM everybody who reaches the port may read and
#   write the graph.
# fix: Set `iam_database_authentication_enabled = true`.
# severity: medium
# references: https://docs.aws.amazon.com/neptune/latest/userguide/iam-auth.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html
# aliases: CKV_AWS_359
# tags: fsbp, iam

policy {}

resource_policy "aws_neptune_cluster" "iam-authentication" {
  enforce {
    condition     = core::try(attrs.iam_database_authentication_enabled, null) == true
    error_message = "`iam_database_authentication_enabled` is ${core::try(attrs.iam_database_authentication_enabled, null) == null ? "not set" : "false"}, must be true"
  }
}
