policytest {
  targets = ["automatic-failover.policy.hcl"]
}

resource "aws_elasticache_replication_group" "right" {
  attrs = {
    automatic_failover_enabled = true
  }
}

resource "aws_elasticache_replication_group" "wrong" {
  expect_failure = true
  attrs = {
    automatic_failover_enabled = false
  }
}

resource "aws_elasticache_replication_group" "default" {
  expect_failure = true
  attrs = {
    automatic_failover_enabled = null
  }
}

resource "aws_elasticache_replication_group" "known_after_apply" {
  expect_unknown = true
  unknown        = ["automatic_failover_enabled"]
  attrs = {
    automatic_failover_enabled = true
  }
}
