policytest {
  targets = ["endpoint-not-open.policy.hcl"]
}

resource "aws_eks_cluster" "private" {
  attrs = {
    vpc_config = [{ endpoint_public_access = false, public_access_cidrs = null }]
  }
}

resource "aws_eks_cluster" "limited" {
  attrs = {
    vpc_config = [{ endpoint_public_access = true, public_access_cidrs = ["203.0.113.0/24"] }]
  }
}

resource "aws_eks_cluster" "open" {
  expect_failure = true
  attrs = {
    vpc_config = [{ endpoint_public_access = true, public_access_cidrs = ["203.0.113.0/24", "0.0.0.0/0"] }]
  }
}

resource "aws_eks_cluster" "default" {
  expect_failure = true
  attrs = {
    vpc_config = [{ endpoint_public_access = null, public_access_cidrs = null }]
  }
}

resource "aws_eks_cluster" "empty" {
  expect_failure = true
  attrs = {
    vpc_config = [{ endpoint_public_access = true, public_access_cidrs = [] }]
  }
}

resource "aws_eks_cluster" "ipv6" {
  expect_failure = true
  attrs = {
    vpc_config = [{ endpoint_public_access = true, public_access_cidrs = ["::/0"] }]
  }
}

resource "aws_eks_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["vpc_config.0.public_access_cidrs"]
  attrs = {
    vpc_config = [{ endpoint_public_access = true, public_access_cidrs = null }]
  }
}

resource "aws_eks_cluster" "private_cidrs_known_after_apply" {
  unknown = ["vpc_config.0.public_access_cidrs"]
  attrs = {
    vpc_config = [{ endpoint_public_access = false, public_access_cidrs = null }]
  }
}
