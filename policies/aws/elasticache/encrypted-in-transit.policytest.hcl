policytest {
  targets = ["encrypted-in-transit.policy.hcl"]
}

resource "aws_elasticache_replication_group" "right" {
  attrs = {
    transit_encryption_enabled = true
  }
}

resource "aws_elasticache_replication_group" "wrong" {
  expect_failure = true
  attrs = {
    transit_encryption_enabled = false
  }
}

resource "aws_elasticache_replication_group" "default" {
  expect_failure = true
  attrs = {
    transit_encryption_enabled = null
  }
}

resource "aws_elasticache_replication_group" "known_after_apply" {
  expect_unknown = true
  unknown        = ["transit_encryption_enabled"]
  attrs = {
    transit_encryption_enabled = true
  }
}
