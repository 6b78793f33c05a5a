policytest {
  targets = ["encrypted-at-rest.policy.hcl"]
}

resource "aws_efs_file_system" "right" {
  attrs = {
    encrypted = true
  }
}

resource "aws_efs_file_system" "wrong" {
  expect_failure = true
  attrs = {
    encrypted = false
  }
}

resource "aws_efs_file_system" "default" {
  expect_failure = true
  attrs = {
    encrypted = null
  }
}

resource "aws_efs_file_system" "known_after_apply" {
  expect_unknown = true
  unknown        = ["encrypted"]
  attrs = {
    encrypted = true
  }
}
