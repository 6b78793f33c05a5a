policytest {
  targets = ["event-store-protected.policy.hcl"]
}

resource "aws_cloudtrail_event_data_store" "right" {
  attrs = {
    termination_protection_enabled = true
  }
}

resource "aws_cloudtrail_event_data_store" "wrong" {
  expect_failure = true
  attrs = {
    termination_protection_enabled = false
  }
}

resource "aws_cloudtrail_event_data_store" "default" {
  attrs = {
    termination_protection_enabled = null
  }
}

resource "aws_cloudtrail_event_data_store" "known_after_apply" {
  expect_unknown = true
  unknown        = ["termination_protection_enabled"]
  attrs = {
    termination_protection_enabled = true
  }
}
