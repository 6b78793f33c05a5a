policytest {
  targets = ["auto-minor-upgrade.policy.hcl"]
}

resource "aws_db_instance" "right" {
  attrs = {
    auto_minor_version_upgrade = true
  }
}

resource "aws_db_instance" "wrong" {
  expect_failure = true
  attrs = {
    auto_minor_version_upgrade = false
  }
}

resource "aws_db_instance" "default" {
  attrs = {
    auto_minor_version_upgrade = null
  }
}

resource "aws_db_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["auto_minor_version_upgrade"]
  attrs = {
    auto_minor_version_upgrade = true
  }
}

resource "aws_rds_cluster_instance" "right" {
  attrs = {
    auto_minor_version_upgrade = true
  }
}

resource "aws_rds_cluster_instance" "wrong" {
  expect_failure = true
  attrs = {
    auto_minor_version_upgrade = false
  }
}

resource "aws_rds_cluster_instance" "default" {
  attrs = {
    auto_minor_version_upgrade = null
  }
}

resource "aws_rds_cluster_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["auto_minor_version_upgrade"]
  attrs = {
    auto_minor_version_upgrade = true
  }
}
