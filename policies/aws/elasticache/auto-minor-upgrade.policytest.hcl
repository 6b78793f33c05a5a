policytest {
  targets = ["auto-minor-upgrade.policy.hcl"]
}

resource "aws_elasticache_cluster" "right" {
  attrs = {
    auto_minor_version_upgrade = true
  }
}

resource "aws_elasticache_cluster" "wrong" {
  expect_failure = true
  attrs = {
    auto_minor_version_upgrade = false
  }
}

resource "aws_elasticache_cluster" "right_as_text" {
  attrs = {
    auto_minor_version_upgrade = "true"
  }
}

resource "aws_elasticache_cluster" "wrong_as_text" {
  expect_failure = true
  attrs = {
    auto_minor_version_upgrade = "false"
  }
}

resource "aws_elasticache_cluster" "default" {
  attrs = {
    auto_minor_version_upgrade = null
  }
}

resource "aws_elasticache_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["auto_minor_version_upgrade"]
  attrs = {
    auto_minor_version_upgrade = true
  }
}

resource "aws_elasticache_replication_group" "right" {
  attrs = {
    auto_minor_version_upgrade = true
  }
}

resource "aws_elasticache_replication_group" "wrong" {
  expect_failure = true
  attrs = {
    auto_minor_version_upgrade = false
  }
}

resource "aws_elasticache_replication_group" "right_as_text" {
  attrs = {
    auto_minor_version_upgrade = "true"
  }
}

resource "aws_elasticache_replication_group" "wrong_as_text" {
  expect_failure = true
  attrs = {
    auto_minor_version_upgrade = "false"
  }
}

resource "aws_elasticache_replication_group" "default" {
  attrs = {
    auto_minor_version_upgrade = null
  }
}

resource "aws_elasticache_replication_group" "known_after_apply" {
  expect_unknown = true
  unknown        = ["auto_minor_version_upgrade"]
  attrs = {
    auto_minor_version_upgrade = true
  }
}
