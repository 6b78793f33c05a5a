# title: Caches are reached over TLS
# why: Without TLS sessions and tokens travel between application and cache in clear.
# fix: Set `transit_encryption_enabled = true`.
# severity: high
# references: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html
# aliases: CKV_AWS_30
# tags: fsbp, encryption, network

policy {}

resource_policy "aws_elasticache_replication_group" "encrypted-in-transit" {
  enforce {
    condition     = core::try(attrs.transit_encryption_enabled, null) == true
    error_message = "`transit_encryption_enabled` is ${core::try(attrs.transit_encryption_enabled, null) == null ? "not set" : "false"}, must be true"
  }
}
