policytest {
  targets = ["backup-retention.policy.hcl"]
}

resource "aws_memorydb_cluster" "lowest" {
  attrs = {
    snapshot_retention_limit = 7
  }
  inputs {
    memorydb-backup-retention-min = 7
    memorydb-backup-retention-max = 30
  }
}

resource "aws_memorydb_cluster" "highest" {
  attrs = {
    snapshot_retention_limit = 30
  }
  inputs {
    memorydb-backup-retention-min = 7
    memorydb-backup-retention-max = 30
  }
}

resource "aws_memorydb_cluster" "too_short" {
  expect_failure = true
  attrs = {
    snapshot_retention_limit = 6
  }
  inputs {
    memorydb-backup-retention-min = 7
    memorydb-backup-retention-max = 30
  }
}

resource "aws_memorydb_cluster" "too_long" {
  expect_failure = true
  attrs = {
    snapshot_retention_limit = 31
  }
  inputs {
    memorydb-backup-retention-min = 7
    memorydb-backup-retention-max = 30
  }
}

resource "aws_memorydb_cluster" "default" {
  expect_failure = true
  attrs = {
    snapshot_retention_limit = null
  }
  inputs {
    memorydb-backup-retention-min = 1
    memorydb-backup-retention-max = 35
  }
}

resource "aws_memorydb_cluster" "default_allowed" {
  attrs = {
    snapshot_retention_limit = null
  }
  inputs {
    memorydb-backup-retention-min = 0
    memorydb-backup-retention-max = 35
  }
}

resource "aws_memorydb_cluster" "off" {
  expect_failure = true
  attrs = {
    snapshot_retention_limit = 0
  }
}

resource "aws_memorydb_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["snapshot_retention_limit"]
  attrs = {
    snapshot_retention_limit = 7
  }
}
