policytest {
  targets = ["access-point-user.policy.hcl"]
}

resource "aws_efs_access_point" "user" {
  attrs = {
    posix_user = [{ uid = 1000, gid = 1000 }]
  }
}

resource "aws_efs_access_point" "none" {
  expect_failure = true
  attrs = {
    posix_user = []
  }
}

resource "aws_efs_access_point" "null" {
  expect_failure = true
  attrs = {
    posix_user = null
  }
}

resource "aws_efs_access_point" "known_after_apply" {
  expect_unknown = true
  unknown        = ["posix_user.0.uid"]
  attrs = {
    posix_user = [{ gid = 1000 }]
  }
}
