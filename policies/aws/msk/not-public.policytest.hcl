policytest {
  targets = ["not-public.policy.hcl"]
}

resource "aws_msk_cluster" "off" {
  attrs = {
    broker_node_group_info = [{ connectivity_info = [{ public_access = [{ type = "DISABLED" }] }] }]
  }
}

resource "aws_msk_cluster" "on" {
  expect_failure = true
  attrs = {
    broker_node_group_info = [{ connectivity_info = [{ public_access = [{ type = "SERVICE_PROVIDED_EIPS" }] }] }]
  }
}

resource "aws_msk_cluster" "default" {
  attrs = {
    broker_node_group_info = [{ connectivity_info = [{ public_access = [{ type = null }] }] }]
  }
}

resource "aws_msk_cluster" "no_block" {
  attrs = {
    broker_node_group_info = [{ connectivity_info = [] }]
  }
}

resource "aws_msk_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["broker_node_group_info.0.connectivity_info.0.public_access.0.type"]
  attrs = {
    broker_node_group_info = [{ connectivity_info = [{ public_access = [{ type = null }] }] }]
  }
}
