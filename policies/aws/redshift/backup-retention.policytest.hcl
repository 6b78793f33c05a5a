policytest {
  targets = ["backup-retention.policy.hcl"]
}

resource "aws_redshift_cluster" "lowest" {
  attrs = {
    automated_snapshot_retention_period = 7
  }
  inputs {
    redshift-backup-retention-min = 7
    redshift-backup-retention-max = 30
  }
}

resource "aws_redshift_cluster" "highest" {
  attrs = {
    automated_snapshot_retention_period = 30
  }
  inputs {
    redshift-backup-retention-min = 7
    redshift-backup-retention-max = 30
  }
}

resource "aws_redshift_cluster" "too_short" {
  expect_failure = true
  attrs = {
    automated_snapshot_retention_period = 6
  }
  inputs {
    redshift-backup-retention-min = 7
    redshift-backup-retention-max = 30
  }
}

resource "aws_redshift_cluster" "too_long" {
  expect_failure = true
  attrs = {
    automated_snapshot_retention_period = 31
  }
  inputs {
    redshift-backup-retention-min = 7
    redshift-backup-retention-max = 30
  }
}

resource "aws_redshift_cluster" "default" {
  expect_failure = true
  attrs = {
    automated_snapshot_retention_period = null
  }
  inputs {
    redshift-backup-retention-min = 2
    redshift-backup-retention-max = 35
  }
}

resource "aws_redshift_cluster" "default_allowed" {
  attrs = {
    automated_snapshot_retention_period = null
  }
  inputs {
    redshift-backup-retention-min = 1
    redshift-backup-retention-max = 35
  }
}

resource "aws_redshift_cluster" "off" {
  expect_failure = true
  attrs = {
    automated_snapshot_retention_period = 0
  }
}

resource "aws_redshift_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["automated_snapshot_retention_period"]
  attrs = {
    automated_snapshot_retention_period = 7
  }
}
