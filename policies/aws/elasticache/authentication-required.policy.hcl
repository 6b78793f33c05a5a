# title: Replication groups require authentication
# why: Without it everything that reaches the port can read and flush the cache.
# fix: Set `auth_token`, or `user_group_ids` for role-based access, with
#   `transit_encryption_enabled = true`.
# severity: medium
# references: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html
#   https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html
# aliases: CKV_AWS_31
# tags: fsbp, iam

policy {}

resource_policy "aws_elasticache_replication_group" "authentication-required" {
  locals {
    token  = core::try(attrs.auth_token, null)
    groups = core::try([for group in attrs.user_group_ids : group], [])
  }

  enforce {
    condition     = (local.token != null && local.token != "") || core::length(local.groups) > 0
    error_message = "neither `auth_token` nor `user_group_ids` is set, must have one of them"
  }
}
