policytest {
  targets = ["metrics-published.policy.hcl"]
}

resource "aws_athena_workgroup" "right" {
  attrs = {
    configuration = [{ publish_cloudwatch_metrics_enabled = true }]
  }
}

resource "aws_athena_workgroup" "wrong" {
  expect_failure = true
  attrs = {
    configuration = [{ publish_cloudwatch_metrics_enabled = false }]
  }
}

resource "aws_athena_workgroup" "default" {
  attrs = {
    configuration = [{ publish_cloudwatch_metrics_enabled = null }]
  }
}

resource "aws_athena_workgroup" "no_block" {
  attrs = {
    configuration = []
  }
}

resource "aws_athena_workgroup" "known_after_apply" {
  expect_unknown = true
  unknown        = ["configuration.0.publish_cloudwatch_metrics_enabled"]
  attrs = {
    configuration = [{ publish_cloudwatch_metrics_enabled = true }]
  }
}
