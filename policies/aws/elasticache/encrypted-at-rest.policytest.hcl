policytest {
  targets = ["encrypted-at-rest.policy.hcl"]
}

resource "aws_elasticache_replication_group" "right" {
  attrs = {
    at_rest_encryption_enabled = true
  }
}

resource "aws_elasticache_replication_group" "wrong" {
  expect_failure = true
  attrs = {
    at_rest_encryption_enabled = false
  }
}

resource "aws_elasticache_replication_group" "right_as_text" {
  attrs = {
    at_rest_encryption_enabled = "true"
  }
}

resource "aws_elasticache_replication_group" "wrong_as_text" {
  expect_failure = true
  attrs = {
    at_rest_encryption_enabled = "false"
  }
}

resource "aws_elasticache_replication_group" "default" {
  expect_failure = true
  attrs = {
    at_rest_encryption_enabled = null
  }
}

resource "aws_elasticache_replication_group" "known_after_apply" {
  expect_unknown = true
  unknown        = ["at_rest_encryption_enabled"]
  attrs = {
    at_rest_encryption_enabled = true
  }
}
