policytest {
  targets = ["logging-enabled.policy.hcl"]
}

resource "aws_codebuild_project" "default" {
  attrs = {
    logs_config = []
  }
}

resource "aws_codebuild_project" "both_off" {
  expect_failure = true
  attrs = {
    logs_config = [{ cloudwatch_logs = [{ status = "DISABLED" }], s3_logs = [{ status = "DISABLED" }] }]
  }
}

resource "aws_codebuild_project" "off" {
  expect_failure = true
  attrs = {
    logs_config = [{ cloudwatch_logs = [{ status = "DISABLED" }], s3_logs = [] }]
  }
}

resource "aws_codebuild_project" "bucket" {
  attrs = {
    logs_config = [{ cloudwatch_logs = [{ status = "DISABLED" }], s3_logs = [{ status = "ENABLED" }] }]
  }
}

resource "aws_codebuild_project" "group" {
  attrs = {
    logs_config = [{ cloudwatch_logs = [{ status = "ENABLED" }], s3_logs = [{ status = null }] }]
  }
}

resource "aws_codebuild_project" "known_after_apply" {
  expect_unknown = true
  unknown        = ["logs_config.0.s3_logs.0.status"]
  attrs = {
    logs_config = [{ cloudwatch_logs = [{ status = "DISABLED" }], s3_logs = [{ status = null }] }]
  }
}
