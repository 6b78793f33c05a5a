policytest {
  targets = ["auto-minor-upgrade.policy.hcl"]
}

resource "aws_mq_broker" "right" {
  attrs = {
    auto_minor_version_upgrade = true
  }
}

resource "aws_mq_broker" "wrong" {
  expect_failure = true
  attrs = {
    auto_minor_version_upgrade = false
  }
}

resource "aws_mq_broker" "default" {
  expect_failure = true
  attrs = {
    auto_minor_version_upgrade = null
  }
}

resource "aws_mq_broker" "known_after_apply" {
  expect_unknown = true
  unknown        = ["auto_minor_version_upgrade"]
  attrs = {
    auto_minor_version_upgrade = true
  }
}
