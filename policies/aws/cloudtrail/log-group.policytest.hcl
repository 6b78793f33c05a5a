policytest {
  targets = ["log-group.policy.hcl"]
}

resource "aws_cloudtrail" "set" {
  attrs = {
    cloud_watch_logs_group_arn = "arn:aws:logs:eu-west-1:123456789012:log-group:a:*"
  }
}

resource "aws_cloudtrail" "not_set" {
  expect_failure = true
  attrs = {
    cloud_watch_logs_group_arn = null
  }
}

resource "aws_cloudtrail" "empty" {
  expect_failure = true
  attrs = {
    cloud_watch_logs_group_arn = ""
  }
}

resource "aws_cloudtrail" "known_after_apply" {
  expect_unknown = true
  unknown        = ["cloud_watch_logs_group_arn"]
  attrs = {
    cloud_watch_logs_group_arn = null
  }
}
