policytest {
  targets = ["control-plane-logs.policy.hcl"]
}

resource "aws_eks_cluster" "all" {
  attrs = {
    enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
  }
}

resource "aws_eks_cluster" "some" {
  expect_failure = true
  attrs = {
    enabled_cluster_log_types = ["api", "audit"]
  }
}

resource "aws_eks_cluster" "default" {
  expect_failure = true
  attrs = {
    enabled_cluster_log_types = null
  }
}

resource "aws_eks_cluster" "by_input" {
  attrs = {
    enabled_cluster_log_types = ["audit"]
  }
  inputs {
    control-plane-logs-types = ["audit"]
  }
}

resource "aws_eks_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["enabled_cluster_log_types"]
  attrs = {
    name = "a"
  }
}
