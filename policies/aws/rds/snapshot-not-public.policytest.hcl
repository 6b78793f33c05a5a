policytest {
  targets = ["snapshot-not-public.policy.hcl"]
}

resource "aws_db_snapshot" "own" {
  attrs = {
    shared_accounts = null
  }
}

resource "aws_db_snapshot" "one_account" {
  attrs = {
    shared_accounts = ["123456789012"]
  }
}

resource "aws_db_snapshot" "everybody" {
  expect_failure = true
  attrs = {
    shared_accounts = ["123456789012", "all"]
  }
}

resource "aws_db_snapshot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["shared_accounts"]
  attrs          = {}
}

resource "aws_db_cluster_snapshot" "own" {
  attrs = {
    shared_accounts = null
  }
}

resource "aws_db_cluster_snapshot" "one_account" {
  attrs = {
    shared_accounts = ["123456789012"]
  }
}

resource "aws_db_cluster_snapshot" "everybody" {
  expect_failure = true
  attrs = {
    shared_accounts = ["123456789012", "all"]
  }
}

resource "aws_db_cluster_snapshot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["shared_accounts"]
  attrs          = {}
}

resource "aws_db_snapshot_copy" "own" {
  attrs = {
    shared_accounts = null
  }
}

resource "aws_db_snapshot_copy" "one_account" {
  attrs = {
    shared_accounts = ["123456789012"]
  }
}

resource "aws_db_snapshot_copy" "everybody" {
  expect_failure = true
  attrs = {
    shared_accounts = ["123456789012", "all"]
  }
}

resource "aws_db_snapshot_copy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["shared_accounts"]
  attrs          = {}
}

resource "aws_rds_cluster_snapshot_copy" "own" {
  attrs = {
    shared_accounts = null
  }
}

resource "aws_rds_cluster_snapshot_copy" "one_account" {
  attrs = {
    shared_accounts = ["123456789012"]
  }
}

resource "aws_rds_cluster_snapshot_copy" "everybody" {
  expect_failure = true
  attrs = {
    shared_accounts = ["123456789012", "all"]
  }
}

resource "aws_rds_cluster_snapshot_copy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["shared_accounts"]
  attrs          = {}
}
