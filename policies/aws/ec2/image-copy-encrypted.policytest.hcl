policytest {
  targets = ["image-copy-encrypted.policy.hcl"]
}

resource "aws_ami_copy" "right" {
  attrs = {
    encrypted = true
  }
}

resource "aws_ami_copy" "wrong" {
  expect_failure = true
  attrs = {
    encrypted = false
  }
}

resource "aws_ami_copy" "default" {
  expect_failure = true
  attrs = {
    encrypted = null
  }
}

resource "aws_ami_copy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["encrypted"]
  attrs = {
    encrypted = true
  }
}
