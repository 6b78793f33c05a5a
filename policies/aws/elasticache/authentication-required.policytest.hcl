policytest {
  targets = ["authentication-required.policy.hcl"]
}

resource "aws_elasticache_replication_group" "token" {
  attrs = {
    auth_token     = "not-a-real-token-000"
    user_group_ids = null
  }
}

resource "aws_elasticache_replication_group" "groups" {
  attrs = {
    auth_token     = null
    user_group_ids = ["app"]
  }
}

resource "aws_elasticache_replication_group" "nothing" {
  expect_failure = true
  attrs = {
    auth_token     = null
    user_group_ids = null
  }
}

resource "aws_elasticache_replication_group" "no_groups" {
  expect_failure = true
  attrs = {
    auth_token     = null
    user_group_ids = []
  }
}

resource "aws_elasticache_replication_group" "token_known_after_apply" {
  expect_unknown = true
  unknown        = ["auth_token"]
  attrs = {
    user_group_ids = null
  }
}

resource "aws_elasticache_replication_group" "groups_known_after_apply" {
  expect_unknown = true
  unknown        = ["user_group_ids"]
  attrs = {
    auth_token = null
  }
}

resource "aws_elasticache_replication_group" "token_and_something_unknown" {
  unknown = ["user_group_ids"]
  attrs = {
    auth_token = "not-a-real-token-000"
  }
}
