policytest {
  targets = ["enabled.policy.hcl"]
}

resource "aws_kms_key" "right" {
  attrs = {
    is_enabled = true
  }
}

resource "aws_kms_key" "wrong" {
  expect_failure = true
  attrs = {
    is_enabled = false
  }
}

resource "aws_kms_key" "default" {
  attrs = {
    is_enabled = null
  }
}

resource "aws_kms_key" "known_after_apply" {
  expect_unknown = true
  unknown        = ["is_enabled"]
  attrs = {
    is_enabled = true
  }
}
