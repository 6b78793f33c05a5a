# title: Public sharing of snapshots is blocked
# why: A snapshot shared with everybody can be restored, and read whole, by any AWS account.
# fix: Set `state = "block-all-sharing"` on aws_ebs_snapshot_block_public_access.
# severity: high
# references: https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html
# tags: network

policy {}

resource_policy "aws_ebs_snapshot_block_public_access" "snapshot-sharing-blocked" {
  enforce {
    condition     = core::anytrue([for v in ["block-all-sharing", "block-new-sharing"] : v == core::try(attrs.state, null)])
    error_message = "`state` is ${core::valuetostring(core::try(attrs.state, null))}, must be block-all-sharing"
  }
}
