policytest {
  targets = ["public-access-blocked.policy.hcl"]
}

resource "aws_emr_block_public_access_configuration" "right" {
  attrs = {
    block_public_security_group_rules = true
  }
}

resource "aws_emr_block_public_access_configuration" "wrong" {
  expect_failure = true
  attrs = {
    block_public_security_group_rules = false
  }
}

resource "aws_emr_block_public_access_configuration" "default" {
  expect_failure = true
  attrs = {
    block_public_security_group_rules = null
  }
}

resource "aws_emr_block_public_access_configuration" "known_after_apply" {
  expect_unknown = true
  unknown        = ["block_public_security_group_rules"]
  attrs = {
    block_public_security_group_rules = true
  }
}
