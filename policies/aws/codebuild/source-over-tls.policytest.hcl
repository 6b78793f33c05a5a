policytest {
  targets = ["source-over-tls.policy.hcl"]
}

resource "aws_codebuild_project" "right" {
  attrs = {
    source = [{ insecure_ssl = false }]
  }
}

resource "aws_codebuild_project" "wrong" {
  expect_failure = true
  attrs = {
    source = [{ insecure_ssl = true }]
  }
}

resource "aws_codebuild_project" "default" {
  attrs = {
    source = [{ insecure_ssl = null }]
  }
}

resource "aws_codebuild_project" "no_block" {
  attrs = {
    source = []
  }
}

resource "aws_codebuild_project" "known_after_apply" {
  expect_unknown = true
  unknown        = ["source.0.insecure_ssl"]
  attrs = {
    source = [{ insecure_ssl = false }]
  }
}
