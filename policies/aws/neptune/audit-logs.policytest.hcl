policytest {
  targets = ["audit-logs.policy.hcl"]
}

resource "aws_neptune_cluster" "listed" {
  attrs = {
    enable_cloudwatch_logs_exports = ["audit"]
  }
}

resource "aws_neptune_cluster" "not_listed" {
  expect_failure = true
  attrs = {
    enable_cloudwatch_logs_exports = ["slowquery"]
  }
}

resource "aws_neptune_cluster" "default" {
  expect_failure = true
  attrs = {
    enable_cloudwatch_logs_exports = null
  }
}

resource "aws_neptune_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["enable_cloudwatch_logs_exports"]
  attrs          = {}
}
