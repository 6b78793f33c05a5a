policytest {
  targets = ["supported-version.policy.hcl"]
}

resource "aws_eks_cluster" "new" {
  attrs = {
    version = "1.34"
  }
}

resource "aws_eks_cluster" "oldest" {
  attrs = {
    version = "1.32"
  }
}

resource "aws_eks_cluster" "old" {
  expect_failure = true
  attrs = {
    version = "1.9"
  }
}

resource "aws_eks_cluster" "default" {
  attrs = {
    version = null
  }
}

resource "aws_eks_cluster" "not_written" {
  unknown = ["version"]
  attrs = {
    name = "a"
  }
}

resource "aws_eks_cluster" "by_input" {
  expect_failure = true
  attrs = {
    version = "1.34"
  }
  inputs {
    supported-version-min = "1.35"
  }
}

resource "aws_eks_node_group" "new" {
  attrs = {
    version = "1.34"
  }
}

resource "aws_eks_node_group" "oldest" {
  attrs = {
    version = "1.32"
  }
}

resource "aws_eks_node_group" "old" {
  expect_failure = true
  attrs = {
    version = "1.9"
  }
}

resource "aws_eks_node_group" "default" {
  attrs = {
    version = null
  }
}

resource "aws_eks_node_group" "not_written" {
  unknown = ["version"]
  attrs = {
    name = "a"
  }
}

resource "aws_eks_node_group" "by_input" {
  expect_failure = true
  attrs = {
    version = "1.34"
  }
  inputs {
    supported-version-min = "1.35"
  }
}
