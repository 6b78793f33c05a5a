policytest {
  targets = ["not-publicly-accessible.policy.hcl"]
}

resource "aws_db_instance" "right" {
  attrs = {
    publicly_accessible = false
  }
}

resource "aws_db_instance" "wrong" {
  expect_failure = true
  attrs = {
    publicly_accessible = true
  }
}

resource "aws_db_instance" "default" {
  expect_failure = true
  attrs = {
    publicly_accessible = null
  }
}

resource "aws_db_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["publicly_accessible"]
  attrs = {
    publicly_accessible = false
  }
}

resource "aws_rds_cluster_instance" "right" {
  attrs = {
    publicly_accessible = false
  }
}

resource "aws_rds_cluster_instance" "wrong" {
  expect_failure = true
  attrs = {
    publicly_accessible = true
  }
}

resource "aws_rds_cluster_instance" "default" {
  expect_failure = true
  attrs = {
    publicly_accessible = null
  }
}

resource "aws_rds_cluster_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["publicly_accessible"]
  attrs = {
    publicly_accessible = false
  }
}
