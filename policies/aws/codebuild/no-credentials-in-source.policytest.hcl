policytest {
  targets = ["no-credentials-in-source.policy.hcl"]
}

resource "aws_codebuild_project" "plain" {
  attrs = {
    source            = [{ type = "GITHUB", location = "https://github.com/org/app.git" }]
    secondary_sources = []
  }
}

resource "aws_codebuild_project" "token" {
  expect_failure = true
  attrs = {
    source            = [{ type = "GITHUB", location = "https://user:token@github.com/org/app.git" }]
    secondary_sources = []
  }
}

resource "aws_codebuild_project" "second" {
  expect_failure = true
  attrs = {
    source            = [{ type = "GITHUB", location = null }]
    secondary_sources = [{ location = "https://token@bitbucket.org/org/app.git" }]
  }
}

resource "aws_codebuild_project" "none" {
  attrs = {
    source            = [{ type = "GITHUB", location = null }]
    secondary_sources = []
  }
}

resource "aws_codebuild_project" "known_after_apply" {
  expect_unknown = true
  unknown        = ["source.0.location"]
  attrs = {
    source            = [{ type = "GITHUB", location = null }]
    secondary_sources = []
  }
}
