policytest {
  targets = ["deletion-protection.policy.hcl"]
}

resource "aws_db_instance" "right" {
  attrs = {
    deletion_protection = true
  }
}

resource "aws_db_instance" "wrong" {
  expect_failure = true
  attrs = {
    deletion_protection = false
  }
}

resource "aws_db_instance" "default" {
  expect_failure = true
  attrs = {
    deletion_protection = null
  }
}

resource "aws_db_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["deletion_protection"]
  attrs = {
    deletion_protection = true
  }
}

resource "aws_rds_cluster" "right" {
  attrs = {
    deletion_protection = true
  }
}

resource "aws_rds_cluster" "wrong" {
  expect_failure = true
  attrs = {
    deletion_protection = false
  }
}

resource "aws_rds_cluster" "default" {
  expect_failure = true
  attrs = {
    deletion_protection = null
  }
}

resource "aws_rds_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["deletion_protection"]
  attrs = {
    deletion_protection = true
  }
}

resource "aws_rds_global_cluster" "right" {
  attrs = {
    deletion_protection = true
  }
}

resource "aws_rds_global_cluster" "wrong" {
  expect_failure = true
  attrs = {
    deletion_protection = false
  }
}

resource "aws_rds_global_cluster" "default" {
  expect_failure = true
  attrs = {
    deletion_protection = null
  }
}

resource "aws_rds_global_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["deletion_protection"]
  attrs = {
    deletion_protection = true
  }
}
