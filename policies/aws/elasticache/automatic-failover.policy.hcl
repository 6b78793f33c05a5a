# title: Replication groups fail over by themselves
# why: Without automatic failover a lost primary takes the cache down until somebody
#   promotes a replica.
# fix: Set `automatic_failover_enabled = true` and at least one replica.
# severity: low
# references: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html
# tags: fsbp, resilience

policy {}

resource_policy "aws_elasticache_replication_group" "automatic-failover" {
  enforce {
    condition     = core::try(attrs.automatic_failover_enabled, null) == true
    error_message = "`automatic_failover_enabled` is ${core::try(attrs.automatic_failover_enabled, null) == null ? "not set" : "false"}, must be true"
  }
}
