policytest {
  targets = ["encryption-by-default.policy.hcl"]
}

resource "aws_ebs_encryption_by_default" "right" {
  attrs = {
    enabled = true
  }
}

resource "aws_ebs_encryption_by_default" "wrong" {
  expect_failure = true
  attrs = {
    enabled = false
  }
}

resource "aws_ebs_encryption_by_default" "default" {
  attrs = {
    enabled = null
  }
}

resource "aws_ebs_encryption_by_default" "known_after_apply" {
  expect_unknown = true
  unknown        = ["enabled"]
  attrs = {
    enabled = true
  }
}
