policytest {
  targets = ["node-remote-access.policy.hcl"]
}

resource "aws_eks_node_group" "limited" {
  attrs = {
    remote_access = [{ ec2_ssh_key = "k", source_security_group_ids = ["sg-1"] }]
  }
}

resource "aws_eks_node_group" "open" {
  expect_failure = true
  attrs = {
    remote_access = [{ ec2_ssh_key = "k", source_security_group_ids = null }]
  }
}

resource "aws_eks_node_group" "empty" {
  expect_failure = true
  attrs = {
    remote_access = [{ ec2_ssh_key = "k", source_security_group_ids = [] }]
  }
}

resource "aws_eks_node_group" "no_key" {
  attrs = {
    remote_access = [{ ec2_ssh_key = null, source_security_group_ids = null }]
  }
}

resource "aws_eks_node_group" "none" {
  attrs = {
    remote_access = []
  }
}

resource "aws_eks_node_group" "known_after_apply" {
  expect_unknown = true
  unknown        = ["remote_access.0.source_security_group_ids"]
  attrs = {
    remote_access = [{ ec2_ssh_key = "k", source_security_group_ids = null }]
  }
}
