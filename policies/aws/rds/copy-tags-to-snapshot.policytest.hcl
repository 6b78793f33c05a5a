policytest {
  targets = ["copy-tags-to-snapshot.policy.hcl"]
}

resource "aws_db_instance" "right" {
  attrs = {
    copy_tags_to_snapshot = true
  }
}

resource "aws_db_instance" "wrong" {
  expect_failure = true
  attrs = {
    copy_tags_to_snapshot = false
  }
}

resource "aws_db_instance" "default" {
  expect_failure = true
  attrs = {
    copy_tags_to_snapshot = null
  }
}

resource "aws_db_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["copy_tags_to_snapshot"]
  attrs = {
    copy_tags_to_snapshot = true
  }
}

resource "aws_rds_cluster" "right" {
  attrs = {
    copy_tags_to_snapshot = true
  }
}

resource "aws_rds_cluster" "wrong" {
  expect_failure = true
  attrs = {
    copy_tags_to_snapshot = false
  }
}

resource "aws_rds_cluster" "default" {
  expect_failure = true
  attrs = {
    copy_tags_to_snapshot = null
  }
}

resource "aws_rds_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["copy_tags_to_snapshot"]
  attrs = {
    copy_tags_to_snapshot = true
  }
}
