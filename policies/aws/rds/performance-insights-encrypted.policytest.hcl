policytest {
  targets = ["performance-insights-encrypted.policy.hcl"]
}

resource "aws_db_instance" "own_key" {
  attrs = {
    performance_insights_enabled    = true
    performance_insights_kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
  }
}

resource "aws_db_instance" "no_key" {
  expect_failure = true
  attrs = {
    performance_insights_enabled    = true
    performance_insights_kms_key_id = null
  }
}

resource "aws_db_instance" "empty" {
  expect_failure = true
  attrs = {
    performance_insights_enabled    = true
    performance_insights_kms_key_id = ""
  }
}

resource "aws_db_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["performance_insights_kms_key_id"]
  attrs = {
    performance_insights_enabled = true
  }
}

resource "aws_db_instance" "switched_off" {
  attrs = {
    performance_insights_enabled    = false
    performance_insights_kms_key_id = null
  }
}

resource "aws_rds_cluster_instance" "own_key" {
  attrs = {
    performance_insights_enabled    = true
    performance_insights_kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
  }
}

resource "aws_rds_cluster_instance" "no_key" {
  expect_failure = true
  attrs = {
    performance_insights_enabled    = true
    performance_insights_kms_key_id = null
  }
}

resource "aws_rds_cluster_instance" "empty" {
  expect_failure = true
  attrs = {
    performance_insights_enabled    = true
    performance_insights_kms_key_id = ""
  }
}

resource "aws_rds_cluster_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["performance_insights_kms_key_id"]
  attrs = {
    performance_insights_enabled = true
  }
}

resource "aws_rds_cluster_instance" "switched_off" {
  attrs = {
    performance_insights_enabled    = false
    performance_insights_kms_key_id = null
  }
}
