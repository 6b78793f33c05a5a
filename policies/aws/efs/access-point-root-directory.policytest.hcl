policytest {
  targets = ["access-point-root-directory.policy.hcl"]
}

resource "aws_efs_access_point" "below" {
  attrs = {
    root_directory = [{ path = "/app" }]
  }
}

resource "aws_efs_access_point" "root" {
  expect_failure = true
  attrs = {
    root_directory = [{ path = "/" }]
  }
}

resource "aws_efs_access_point" "default" {
  expect_failure = true
  attrs = {
    root_directory = [{ path = null }]
  }
}

resource "aws_efs_access_point" "no_block" {
  expect_failure = true
  attrs = {
    root_directory = []
  }
}

resource "aws_efs_access_point" "known_after_apply" {
  expect_unknown = true
  unknown        = ["root_directory.0.path"]
  attrs = {
    root_directory = [{}]
  }
}
