# title: The account blocks public clusters
# why: Without the block one open security group puts a cluster with its consoles on the
#   internet.
# fix: Set `block_public_security_group_rules = true`.
# severity: high
# references: https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-block-public-access.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/emr-controls.html
# aliases: CKV_AWS_390
# tags: fsbp, network

policy {}

resource_policy "aws_emr_block_public_access_configuration" "public-access-blocked" {
  enforce {
    condition     = core::try(attrs.block_public_security_group_rules, null) == true
    error_message = "`block_public_security_group_rules` is ${core::try(attrs.block_public_security_group_rules, null) == null ? "not set" : "false"}, must be true"
  }
}
