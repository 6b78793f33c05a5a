policytest {
  targets = ["controls-enabled.policy.hcl"]
}

resource "aws_securityhub_account" "right" {
  attrs = {
    auto_enable_controls = true
  }
}

resource "aws_securityhub_account" "wrong" {
  expect_failure = true
  attrs = {
    auto_enable_controls = false
  }
}

resource "aws_securityhub_account" "default" {
  attrs = {
    auto_enable_controls = null
  }
}

resource "aws_securityhub_account" "known_after_apply" {
  expect_unknown = true
  unknown        = ["auto_enable_controls"]
  attrs = {
    auto_enable_controls = true
  }
}
