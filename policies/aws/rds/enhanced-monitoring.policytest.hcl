policytest {
  targets = ["enhanced-monitoring.policy.hcl"]
}

resource "aws_db_instance" "minute" {
  attrs = {
    monitoring_interval = 60
  }
}

resource "aws_db_instance" "off" {
  expect_failure = true
  attrs = {
    monitoring_interval = 0
  }
}

resource "aws_db_instance" "default" {
  expect_failure = true
  attrs = {
    monitoring_interval = null
  }
}

resource "aws_db_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["monitoring_interval"]
  attrs          = {}
}

resource "aws_rds_cluster_instance" "minute" {
  attrs = {
    monitoring_interval = 60
  }
}

resource "aws_rds_cluster_instance" "off" {
  expect_failure = true
  attrs = {
    monitoring_interval = 0
  }
}

resource "aws_rds_cluster_instance" "default" {
  expect_failure = true
  attrs = {
    monitoring_interval = null
  }
}

resource "aws_rds_cluster_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["monitoring_interval"]
  attrs          = {}
}
