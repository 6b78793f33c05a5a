policytest {
  targets = ["artifacts-encrypted.policy.hcl"]
}

resource "aws_codebuild_project" "encrypted" {
  attrs = {
    artifacts           = [{ type = "S3", encryption_disabled = false }]
    secondary_artifacts = []
  }
}

resource "aws_codebuild_project" "default" {
  attrs = {
    artifacts           = [{ type = "S3", encryption_disabled = null }]
    secondary_artifacts = []
  }
}

resource "aws_codebuild_project" "clear" {
  expect_failure = true
  attrs = {
    artifacts           = [{ type = "S3", encryption_disabled = true }]
    secondary_artifacts = []
  }
}

resource "aws_codebuild_project" "second_clear" {
  expect_failure = true
  attrs = {
    artifacts           = [{ type = "S3", encryption_disabled = false }]
    secondary_artifacts = [{ type = "S3", encryption_disabled = true }]
  }
}

resource "aws_codebuild_project" "no_artifacts" {
  attrs = {
    artifacts = [{ type = "NO_ARTIFACTS", encryption_disabled = true }]
  }
}

resource "aws_codebuild_project" "known_after_apply" {
  expect_unknown = true
  unknown        = ["artifacts.0.encryption_disabled"]
  attrs = {
    artifacts           = [{ type = "S3", encryption_disabled = null }]
    secondary_artifacts = []
  }
}
