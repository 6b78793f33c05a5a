policytest {
  targets = ["management-events.policy.hcl"]
}

resource "aws_cloudtrail" "all" {
  attrs = {
    event_selector = [{ include_management_events = true, read_write_type = "All" }]
  }
}

resource "aws_cloudtrail" "default" {
  attrs = {
    event_selector = [{ include_management_events = null, read_write_type = null }]
  }
}

resource "aws_cloudtrail" "data_only" {
  expect_failure = true
  attrs = {
    event_selector = [{ include_management_events = false, read_write_type = "All" }]
  }
}

resource "aws_cloudtrail" "writes_only" {
  expect_failure = true
  attrs = {
    event_selector = [{ include_management_events = true, read_write_type = "WriteOnly" }]
  }
}

resource "aws_cloudtrail" "none" {
  attrs = {
    event_selector = []
  }
}

resource "aws_cloudtrail" "one_of_two" {
  attrs = {
    event_selector = [{ include_management_events = false, read_write_type = "All" }, { include_management_events = true, read_write_type = "All" }]
  }
}

resource "aws_cloudtrail" "known_after_apply" {
  expect_unknown = true
  unknown        = ["event_selector.0.read_write_type"]
  attrs = {
    event_selector = [{ include_management_events = true, read_write_type = null }]
  }
}
