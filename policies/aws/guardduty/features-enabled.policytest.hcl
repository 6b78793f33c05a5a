policytest {
  targets = ["features-enabled.policy.hcl"]
}

resource "aws_guardduty_detector_feature" "right" {
  attrs = {
    status = "ENABLED"
  }
}

resource "aws_guardduty_detector_feature" "wrong" {
  expect_failure = true
  attrs = {
    status = "DISABLED"
  }
}

resource "aws_guardduty_detector_feature" "default" {
  expect_failure = true
  attrs = {
    status = null
  }
}

resource "aws_guardduty_detector_feature" "known_after_apply" {
  expect_unknown = true
  unknown        = ["status"]
  attrs = {
    status = null
  }
}
