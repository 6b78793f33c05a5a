policytest {
  targets = ["backup-retention.policy.hcl"]
}

resource "aws_docdb_cluster" "lowest" {
  attrs = {
    backup_retention_period = 7
  }
  inputs {
    docdb-backup-retention-min = 7
    docdb-backup-retention-max = 30
  }
}

resource "aws_docdb_cluster" "highest" {
  attrs = {
    backup_retention_period = 30
  }
  inputs {
    docdb-backup-retention-min = 7
    docdb-backup-retention-max = 30
  }
}

resource "aws_docdb_cluster" "too_short" {
  expect_failure = true
  attrs = {
    backup_retention_period = 6
  }
  inputs {
    docdb-backup-retention-min = 7
    docdb-backup-retention-max = 30
  }
}

resource "aws_docdb_cluster" "too_long" {
  expect_failure = true
  attrs = {
    backup_retention_period = 31
  }
  inputs {
    docdb-backup-retention-min = 7
    docdb-backup-retention-max = 30
  }
}

resource "aws_docdb_cluster" "default" {
  expect_failure = true
  attrs = {
    backup_retention_period = null
  }
  inputs {
    docdb-backup-retention-min = 2
    docdb-backup-retention-max = 35
  }
}

resource "aws_docdb_cluster" "default_allowed" {
  attrs = {
    backup_retention_period = null
  }
  inputs {
    docdb-backup-retention-min = 1
    docdb-backup-retention-max = 35
  }
}

resource "aws_docdb_cluster" "off" {
  expect_failure = true
  attrs = {
    backup_retention_period = 0
  }
}

resource "aws_docdb_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["backup_retention_period"]
  attrs = {
    backup_retention_period = 7
  }
}
