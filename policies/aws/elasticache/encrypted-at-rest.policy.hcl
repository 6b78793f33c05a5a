# title: Replication groups are encrypted at rest
# why: Snapshots and swap hold what is cached: sessions, tokens, rows. Encryption cannot be
#   added to an existing group.
# fix: Set `at_rest_encryption_enabled = true`.
# severity: high
# references: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html
# aliases: CKV_AWS_29
# tags: fsbp, encryption

policy {}

resource_policy "aws_elasticache_replication_group" "encrypted-at-rest" {
  enforce {
    condition     = core::try(attrs.at_rest_encryption_enabled, null) == true || core::try(attrs.at_rest_encryption_enabled, null) == "true"
    error_message = "`at_rest_encryption_enabled` is ${core::try(attrs.at_rest_encryption_enabled, null) == null ? "not set" : "false"}, must be true"
  }
}
