policytest {
  targets = ["iam-authentication.policy.hcl"]
}

resource "aws_db_instance" "right" {
  attrs = {
    engine                              = "postgres"
    iam_database_authentication_enabled = true
  }
}

resource "aws_db_instance" "wrong" {
  expect_failure = true
  attrs = {
    engine                              = "postgres"
    iam_database_authentication_enabled = false
  }
}

resource "aws_db_instance" "default" {
  expect_failure = true
  attrs = {
    engine                              = "postgres"
    iam_database_authentication_enabled = null
  }
}

resource "aws_db_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["iam_database_authentication_enabled"]
  attrs = {
    engine                              = "postgres"
    iam_database_authentication_enabled = true
  }
}

resource "aws_db_instance" "engine_without_it" {
  attrs = {
    engine                              = "sqlserver-se"
    iam_database_authentication_enabled = null
  }
}

resource "aws_rds_cluster" "right" {
  attrs = {
    engine                              = "aurora-postgresql"
    iam_database_authentication_enabled = true
  }
}

resource "aws_rds_cluster" "wrong" {
  expect_failure = true
  attrs = {
    engine                              = "aurora-postgresql"
    iam_database_authentication_enabled = false
  }
}

resource "aws_rds_cluster" "default" {
  expect_failure = true
  attrs = {
    engine                              = "aurora-postgresql"
    iam_database_authentication_enabled = null
  }
}

resource "aws_rds_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["iam_database_authentication_enabled"]
  attrs = {
    engine                              = "aurora-postgresql"
    iam_database_authentication_enabled = true
  }
}

resource "aws_rds_cluster" "serverless_v1_has_none" {
  attrs = {
    engine                              = "aurora-mysql"
    engine_mode                         = "serverless"
    iam_database_authentication_enabled = null
  }
}
