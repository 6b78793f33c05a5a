policytest {
  targets = ["audit-logs.policy.hcl"]
}

resource "aws_docdb_cluster" "listed" {
  attrs = {
    enabled_cloudwatch_logs_exports = ["audit", "profiler"]
  }
}

resource "aws_docdb_cluster" "not_listed" {
  expect_failure = true
  attrs = {
    enabled_cloudwatch_logs_exports = ["profiler"]
  }
}

resource "aws_docdb_cluster" "default" {
  expect_failure = true
  attrs = {
    enabled_cloudwatch_logs_exports = null
  }
}

resource "aws_docdb_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["enabled_cloudwatch_logs_exports"]
  attrs          = {}
}
