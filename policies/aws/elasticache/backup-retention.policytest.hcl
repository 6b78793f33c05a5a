policytest {
  targets = ["backup-retention.policy.hcl"]
}

resource "aws_elasticache_replication_group" "lowest" {
  attrs = {
    snapshot_retention_limit = 7
  }
  inputs {
    cache-backup-retention-min = 7
    cache-backup-retention-max = 30
  }
}

resource "aws_elasticache_replication_group" "highest" {
  attrs = {
    snapshot_retention_limit = 30
  }
  inputs {
    cache-backup-retention-min = 7
    cache-backup-retention-max = 30
  }
}

resource "aws_elasticache_replication_group" "too_short" {
  expect_failure = true
  attrs = {
    snapshot_retention_limit = 6
  }
  inputs {
    cache-backup-retention-min = 7
    cache-backup-retention-max = 30
  }
}

resource "aws_elasticache_replication_group" "too_long" {
  expect_failure = true
  attrs = {
    snapshot_retention_limit = 31
  }
  inputs {
    cache-backup-retention-min = 7
    cache-backup-retention-max = 30
  }
}

resource "aws_elasticache_replication_group" "default" {
  expect_failure = true
  attrs = {
    snapshot_retention_limit = null
  }
  inputs {
    cache-backup-retention-min = 1
    cache-backup-retention-max = 35
  }
}

resource "aws_elasticache_replication_group" "default_allowed" {
  attrs = {
    snapshot_retention_limit = null
  }
  inputs {
    cache-backup-retention-min = 0
    cache-backup-retention-max = 35
  }
}

resource "aws_elasticache_replication_group" "off" {
  expect_failure = true
  attrs = {
    snapshot_retention_limit = 0
  }
}

resource "aws_elasticache_replication_group" "known_after_apply" {
  expect_unknown = true
  unknown        = ["snapshot_retention_limit"]
  attrs = {
    snapshot_retention_limit = 7
  }
}

resource "aws_elasticache_cluster" "lowest" {
  attrs = {
    engine                   = "redis"
    replication_group_id     = null
    snapshot_retention_limit = 7
  }
  inputs {
    cache-backup-retention-min = 7
    cache-backup-retention-max = 30
  }
}

resource "aws_elasticache_cluster" "highest" {
  attrs = {
    engine                   = "redis"
    replication_group_id     = null
    snapshot_retention_limit = 30
  }
  inputs {
    cache-backup-retention-min = 7
    cache-backup-retention-max = 30
  }
}

resource "aws_elasticache_cluster" "too_short" {
  expect_failure = true
  attrs = {
    engine                   = "redis"
    replication_group_id     = null
    snapshot_retention_limit = 6
  }
  inputs {
    cache-backup-retention-min = 7
    cache-backup-retention-max = 30
  }
}

resource "aws_elasticache_cluster" "too_long" {
  expect_failure = true
  attrs = {
    engine                   = "redis"
    replication_group_id     = null
    snapshot_retention_limit = 31
  }
  inputs {
    cache-backup-retention-min = 7
    cache-backup-retention-max = 30
  }
}

resource "aws_elasticache_cluster" "default" {
  expect_failure = true
  attrs = {
    engine                   = "redis"
    replication_group_id     = null
    snapshot_retention_limit = null
  }
  inputs {
    cache-backup-retention-min = 1
    cache-backup-retention-max = 35
  }
}

resource "aws_elasticache_cluster" "default_allowed" {
  attrs = {
    engine                   = "redis"
    replication_group_id     = null
    snapshot_retention_limit = null
  }
  inputs {
    cache-backup-retention-min = 0
    cache-backup-retention-max = 35
  }
}

resource "aws_elasticache_cluster" "off" {
  expect_failure = true
  attrs = {
    engine                   = "redis"
    replication_group_id     = null
    snapshot_retention_limit = 0
  }
}

resource "aws_elasticache_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["snapshot_retention_limit"]
  attrs = {
    engine                   = "redis"
    replication_group_id     = null
    snapshot_retention_limit = 7
  }
}

resource "aws_elasticache_cluster" "memcached_has_none" {
  attrs = {
    engine                   = "memcached"
    snapshot_retention_limit = null
  }
}

resource "aws_elasticache_cluster" "member_of_a_group" {
  attrs = {
    engine                   = "redis"
    replication_group_id     = "group"
    snapshot_retention_limit = null
  }
}
