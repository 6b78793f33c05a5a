policytest {
  targets = ["log-validation.policy.hcl"]
}

resource "aws_cloudtrail" "right" {
  attrs = {
    enable_log_file_validation = true
  }
}

resource "aws_cloudtrail" "wrong" {
  expect_failure = true
  attrs = {
    enable_log_file_validation = false
  }
}

resource "aws_cloudtrail" "default" {
  expect_failure = true
  attrs = {
    enable_log_file_validation = null
  }
}

resource "aws_cloudtrail" "known_after_apply" {
  expect_unknown = true
  unknown        = ["enable_log_file_validation"]
  attrs = {
    enable_log_file_validation = true
  }
}
