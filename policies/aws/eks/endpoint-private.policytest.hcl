policytest {
  targets = ["endpoint-private.policy.hcl"]
}

resource "aws_eks_cluster" "right" {
  attrs = {
    vpc_config = [{ endpoint_public_access = false }]
  }
}

resource "aws_eks_cluster" "wrong" {
  expect_failure = true
  attrs = {
    vpc_config = [{ endpoint_public_access = true }]
  }
}

resource "aws_eks_cluster" "default" {
  expect_failure = true
  attrs = {
    vpc_config = [{ endpoint_public_access = null }]
  }
}

resource "aws_eks_cluster" "no_block" {
  expect_failure = true
  attrs = {
    vpc_config = []
  }
}

resource "aws_eks_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["vpc_config.0.endpoint_public_access"]
  attrs = {
    vpc_config = [{ endpoint_public_access = false }]
  }
}
