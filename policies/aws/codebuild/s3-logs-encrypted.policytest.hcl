policytest {
  targets = ["s3-logs-encrypted.policy.hcl"]
}

resource "aws_codebuild_project" "right" {
  attrs = {
    logs_config = [{ s3_logs = [{ encryption_disabled = false }] }]
  }
}

resource "aws_codebuild_project" "wrong" {
  expect_failure = true
  attrs = {
    logs_config = [{ s3_logs = [{ encryption_disabled = true }] }]
  }
}

resource "aws_codebuild_project" "default" {
  attrs = {
    logs_config = [{ s3_logs = [{ encryption_disabled = null }] }]
  }
}

resource "aws_codebuild_project" "no_block" {
  attrs = {
    logs_config = []
  }
}

resource "aws_codebuild_project" "known_after_apply" {
  expect_unknown = true
  unknown        = ["logs_config.0.s3_logs.0.encryption_disabled"]
  attrs = {
    logs_config = [{ s3_logs = [{ encryption_disabled = false }] }]
  }
}
