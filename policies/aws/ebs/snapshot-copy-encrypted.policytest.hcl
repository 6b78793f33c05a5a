policytest {
  targets = ["snapshot-copy-encrypted.policy.hcl"]
}

resource "aws_ebs_snapshot_copy" "right" {
  attrs = {
    encrypted = true
  }
}

resource "aws_ebs_snapshot_copy" "wrong" {
  expect_failure = true
  attrs = {
    encrypted = false
  }
}

resource "aws_ebs_snapshot_copy" "default" {
  expect_failure = true
  attrs = {
    encrypted = null
  }
}

resource "aws_ebs_snapshot_copy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["encrypted"]
  attrs = {
    encrypted = true
  }
}

resource "aws_ebs_snapshot_import" "right" {
  attrs = {
    encrypted = true
  }
}

resource "aws_ebs_snapshot_import" "wrong" {
  expect_failure = true
  attrs = {
    encrypted = false
  }
}

resource "aws_ebs_snapshot_import" "default" {
  expect_failure = true
  attrs = {
    encrypted = null
  }
}

resource "aws_ebs_snapshot_import" "known_after_apply" {
  expect_unknown = true
  unknown        = ["encrypted"]
  attrs = {
    encrypted = true
  }
}
