policytest {
  targets = ["log-exports.policy.hcl"]
}

resource "aws_db_instance" "exported" {
  attrs = {
    engine                          = "postgres"
    enabled_cloudwatch_logs_exports = ["error"]
  }
}

resource "aws_db_instance" "none" {
  expect_failure = true
  attrs = {
    engine                          = "postgres"
    enabled_cloudwatch_logs_exports = []
  }
}

resource "aws_db_instance" "default" {
  expect_failure = true
  attrs = {
    engine                          = "postgres"
    enabled_cloudwatch_logs_exports = null
  }
}

resource "aws_db_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["enabled_cloudwatch_logs_exports"]
  attrs = {
    engine = "postgres"
  }
}

resource "aws_rds_cluster" "exported" {
  attrs = {
    engine                          = "aurora-mysql"
    enabled_cloudwatch_logs_exports = ["error"]
  }
}

resource "aws_rds_cluster" "none" {
  expect_failure = true
  attrs = {
    engine                          = "aurora-mysql"
    enabled_cloudwatch_logs_exports = []
  }
}

resource "aws_rds_cluster" "default" {
  expect_failure = true
  attrs = {
    engine                          = "aurora-mysql"
    enabled_cloudwatch_logs_exports = null
  }
}

resource "aws_rds_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["enabled_cloudwatch_logs_exports"]
  attrs = {
    engine = "aurora-mysql"
  }
}

resource "aws_rds_cluster" "serverless_v1" {
  attrs = {
    engine                          = "aurora-mysql"
    engine_mode                     = "serverless"
    enabled_cloudwatch_logs_exports = null
  }
}
