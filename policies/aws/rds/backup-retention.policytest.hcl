policytest {
  targets = ["backup-retention.policy.hcl"]
}

resource "aws_db_instance" "lowest" {
  attrs = {
    backup_retention_period = 7
  }
  inputs {
    backup-retention-min = 7
    backup-retention-max = 30
  }
}

resource "aws_db_instance" "highest" {
  attrs = {
    backup_retention_period = 30
  }
  inputs {
    backup-retention-min = 7
    backup-retention-max = 30
  }
}

resource "aws_db_instance" "too_short" {
  expect_failure = true
  attrs = {
    backup_retention_period = 6
  }
  inputs {
    backup-retention-min = 7
    backup-retention-max = 30
  }
}

resource "aws_db_instance" "too_long" {
  expect_failure = true
  attrs = {
    backup_retention_period = 31
  }
  inputs {
    backup-retention-min = 7
    backup-retention-max = 30
  }
}

resource "aws_db_instance" "default" {
  expect_failure = true
  attrs = {
    backup_retention_period = null
  }
  inputs {
    backup-retention-min = 1
    backup-retention-max = 35
  }
}

resource "aws_db_instance" "default_allowed" {
  attrs = {
    backup_retention_period = null
  }
  inputs {
    backup-retention-min = 0
    backup-retention-max = 35
  }
}

resource "aws_db_instance" "off" {
  expect_failure = true
  attrs = {
    backup_retention_period = 0
  }
}

resource "aws_db_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["backup_retention_period"]
  attrs = {
    backup_retention_period = 7
  }
}

resource "aws_db_instance" "replica" {
  attrs = {
    replicate_source_db     = "primary"
    backup_retention_period = 0
  }
}

resource "aws_rds_cluster" "lowest" {
  attrs = {
    backup_retention_period = 7
  }
  inputs {
    backup-retention-min = 7
    backup-retention-max = 30
  }
}

resource "aws_rds_cluster" "highest" {
  attrs = {
    backup_retention_period = 30
  }
  inputs {
    backup-retention-min = 7
    backup-retention-max = 30
  }
}

resource "aws_rds_cluster" "too_short" {
  expect_failure = true
  attrs = {
    backup_retention_period = 6
  }
  inputs {
    backup-retention-min = 7
    backup-retention-max = 30
  }
}

resource "aws_rds_cluster" "too_long" {
  expect_failure = true
  attrs = {
    backup_retention_period = 31
  }
  inputs {
    backup-retention-min = 7
    backup-retention-max = 30
  }
}

resource "aws_rds_cluster" "default" {
  expect_failure = true
  attrs = {
    backup_retention_period = null
  }
  inputs {
    backup-retention-min = 2
    backup-retention-max = 35
  }
}

resource "aws_rds_cluster" "default_allowed" {
  attrs = {
    backup_retention_period = null
  }
  inputs {
    backup-retention-min = 1
    backup-retention-max = 35
  }
}

resource "aws_rds_cluster" "off" {
  expect_failure = true
  attrs = {
    backup_retention_period = 0
  }
}

resource "aws_rds_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["backup_retention_period"]
  attrs = {
    backup_retention_period = 7
  }
}
