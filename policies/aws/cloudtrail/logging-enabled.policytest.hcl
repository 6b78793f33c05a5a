policytest {
  targets = ["logging-enabled.policy.hcl"]
}

resource "aws_cloudtrail" "right" {
  attrs = {
    enable_logging = true
  }
}

resource "aws_cloudtrail" "wrong" {
  expect_failure = true
  attrs = {
    enable_logging = false
  }
}

resource "aws_cloudtrail" "default" {
  attrs = {
    enable_logging = null
  }
}

resource "aws_cloudtrail" "known_after_apply" {
  expect_unknown = true
  unknown        = ["enable_logging"]
  attrs = {
    enable_logging = true
  }
}
