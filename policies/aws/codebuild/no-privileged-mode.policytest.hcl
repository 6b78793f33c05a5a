policytest {
  targets = ["no-privileged-mode.policy.hcl"]
}

resource "aws_codebuild_project" "right" {
  attrs = {
    environment = [{ privileged_mode = false }]
  }
}

resource "aws_codebuild_project" "wrong" {
  expect_failure = true
  attrs = {
    environment = [{ privileged_mode = true }]
  }
}

resource "aws_codebuild_project" "default" {
  attrs = {
    environment = [{ privileged_mode = null }]
  }
}

resource "aws_codebuild_project" "no_block" {
  attrs = {
    environment = []
  }
}

resource "aws_codebuild_project" "known_after_apply" {
  expect_unknown = true
  unknown        = ["environment.0.privileged_mode"]
  attrs = {
    environment = [{ privileged_mode = false }]
  }
}
