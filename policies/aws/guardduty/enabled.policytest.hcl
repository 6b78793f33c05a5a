policytest {
  targets = ["enabled.policy.hcl"]
}

resource "aws_guardduty_detector" "right" {
  attrs = {
    enable = true
  }
}

resource "aws_guardduty_detector" "wrong" {
  expect_failure = true
  attrs = {
    enable = false
  }
}

resource "aws_guardduty_detector" "default" {
  attrs = {
    enable = null
  }
}

resource "aws_guardduty_detector" "known_after_apply" {
  expect_unknown = true
  unknown        = ["enable"]
  attrs = {
    enable = true
  }
}
