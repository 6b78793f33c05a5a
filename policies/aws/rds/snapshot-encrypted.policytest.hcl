policytest {
  targets = ["snapshot-encrypted.policy.hcl"]
}

resource "aws_db_snapshot" "encrypted" {
  attrs = {
    encrypted = true
  }
  meta = { operation = "no-op" }
}

resource "aws_db_snapshot" "plain" {
  expect_failure = true
  attrs = {
    encrypted = false
  }
  meta = { operation = "no-op" }
}

resource "aws_db_snapshot" "changed" {
  expect_failure = true
  attrs = {
    encrypted = false
  }
  meta = { operation = "update" }
}

resource "aws_db_snapshot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["encrypted"]
  attrs          = {}
  meta           = { operation = "update" }
}

resource "aws_db_snapshot" "new" {
  unknown = ["encrypted"]
  attrs   = {}
  meta    = { operation = "create" }
}

resource "aws_db_cluster_snapshot" "encrypted" {
  attrs = {
    storage_encrypted = true
  }
  meta = { operation = "no-op" }
}

resource "aws_db_cluster_snapshot" "plain" {
  expect_failure = true
  attrs = {
    storage_encrypted = false
  }
  meta = { operation = "no-op" }
}

resource "aws_db_cluster_snapshot" "changed" {
  expect_failure = true
  attrs = {
    storage_encrypted = false
  }
  meta = { operation = "update" }
}

resource "aws_db_cluster_snapshot" "known_after_apply" {
  expect_unknown = true
  unknown        = ["storage_encrypted"]
  attrs          = {}
  meta           = { operation = "update" }
}

resource "aws_db_cluster_snapshot" "new" {
  unknown = ["storage_encrypted"]
  attrs   = {}
  meta    = { operation = "create" }
}
