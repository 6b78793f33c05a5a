policytest {
  targets = ["backup-retention.policy.hcl"]
}

resource "aws_neptune_cluster" "lowest" {
  attrs = {
    backup_retention_period = 7
  }
  inputs {
    neptune-backup-retention-min = 7
    neptune-backup-retention-max = 30
  }
}

resource "aws_neptune_cluster" "highest" {
  attrs = {
    backup_retention_period = 30
  }
  inputs {
    neptune-backup-retention-min = 7
    neptune-backup-retention-max = 30
  }
}

resource "aws_neptune_cluster" "too_short" {
  expect_failure = true
  attrs = {
    backup_retention_period = 6
  }
  inputs {
    neptune-backup-retention-min = 7
    neptune-backup-retention-max = 30
  }
}

resource "aws_neptune_cluster" "too_long" {
  expect_failure = true
  attrs = {
    backup_retention_period = 31
  }
  inputs {
    neptune-backup-retention-min = 7
    neptune-backup-retention-max = 30
  }
}

resource "aws_neptune_cluster" "default" {
  expect_failure = true
  attrs = {
    backup_retention_period = null
  }
  inputs {
    neptune-backup-retention-min = 2
    neptune-backup-retention-max = 35
  }
}

resource "aws_neptune_cluster" "default_allowed" {
  attrs = {
    backup_retention_period = null
  }
  inputs {
    neptune-backup-retention-min = 1
    neptune-backup-retention-max = 35
  }
}

resource "aws_neptune_cluster" "off" {
  expect_failure = true
  attrs = {
    backup_retention_period = 0
  }
}

resource "aws_neptune_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["backup_retention_period"]
  attrs = {
    backup_retention_period = 7
  }
}
