policytest {
  targets = ["snapshot-sharing-blocked.policy.hcl"]
}

resource "aws_ebs_snapshot_block_public_access" "all" {
  attrs = {
    state = "block-all-sharing"
  }
}

resource "aws_ebs_snapshot_block_public_access" "new" {
  attrs = {
    state = "block-new-sharing"
  }
}

resource "aws_ebs_snapshot_block_public_access" "off" {
  expect_failure = true
  attrs = {
    state = "unblocked"
  }
}

resource "aws_ebs_snapshot_block_public_access" "known_after_apply" {
  expect_unknown = true
  unknown        = ["state"]
  attrs          = {}
}
