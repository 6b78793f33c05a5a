policytest {
  targets = ["auto-minor-upgrade.policy.hcl"]
}

resource "aws_dms_replication_instance" "right" {
  attrs = {
    auto_minor_version_upgrade = true
  }
}

resource "aws_dms_replication_instance" "wrong" {
  expect_failure = true
  attrs = {
    auto_minor_version_upgrade = false
  }
}

resource "aws_dms_replication_instance" "default" {
  expect_failure = true
  attrs = {
    auto_minor_version_upgrade = null
  }
}

resource "aws_dms_replication_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["auto_minor_version_upgrade"]
  attrs = {
    auto_minor_version_upgrade = true
  }
}
