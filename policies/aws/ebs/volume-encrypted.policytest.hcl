policytest {
  targets = ["volume-encrypted.policy.hcl"]
}

resource "aws_ebs_volume" "right" {
  attrs = {
    encrypted = true
  }
}

resource "aws_ebs_volume" "wrong" {
  expect_failure = true
  attrs = {
    encrypted = false
  }
}

resource "aws_ebs_volume" "default" {
  expect_failure = true
  attrs = {
    encrypted = null
  }
}

resource "aws_ebs_volume" "known_after_apply" {
  expect_unknown = true
  unknown        = ["encrypted"]
  attrs = {
    encrypted = true
  }
}
