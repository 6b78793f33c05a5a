policytest {
  targets = ["not-public.policy.hcl"]
}

resource "aws_codebuild_project" "right" {
  attrs = {
    project_visibility = "PRIVATE"
  }
}

resource "aws_codebuild_project" "wrong" {
  expect_failure = true
  attrs = {
    project_visibility = "PUBLIC_READ"
  }
}

resource "aws_codebuild_project" "default" {
  attrs = {
    project_visibility = null
  }
}

resource "aws_codebuild_project" "known_after_apply" {
  expect_unknown = true
  unknown        = ["project_visibility"]
  attrs = {
    project_visibility = null
  }
}
