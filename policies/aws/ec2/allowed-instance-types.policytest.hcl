policytest {
  targets = ["allowed-instance-types.policy.hcl"]
}

resource "aws_instance" "exact" {
  attrs = {
    instance_type = "t4g.micro"
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_instance" "family" {
  attrs = {
    instance_type = "m7g.large"
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_instance" "another" {
  expect_failure = true
  attrs = {
    instance_type = "p5.48xlarge"
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_instance" "similar_family" {
  expect_failure = true
  attrs = {
    instance_type = "m7gd.large"
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_instance" "not_set" {
  attrs = {
    instance_type = null
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_instance" "no_input" {
  attrs = {
    instance_type = "p5.48xlarge"
  }
}

resource "aws_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["instance_type"]
  attrs = {
    name = "a"
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_launch_template" "exact" {
  attrs = {
    instance_type = "t4g.micro"
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_launch_template" "family" {
  attrs = {
    instance_type = "m7g.large"
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_launch_template" "another" {
  expect_failure = true
  attrs = {
    instance_type = "p5.48xlarge"
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_launch_template" "similar_family" {
  expect_failure = true
  attrs = {
    instance_type = "m7gd.large"
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_launch_template" "not_set" {
  attrs = {
    instance_type = null
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_launch_template" "no_input" {
  attrs = {
    instance_type = "p5.48xlarge"
  }
}

resource "aws_launch_template" "known_after_apply" {
  expect_unknown = true
  unknown        = ["instance_type"]
  attrs = {
    name = "a"
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_launch_configuration" "exact" {
  attrs = {
    instance_type = "t4g.micro"
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_launch_configuration" "family" {
  attrs = {
    instance_type = "m7g.large"
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_launch_configuration" "another" {
  expect_failure = true
  attrs = {
    instance_type = "p5.48xlarge"
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_launch_configuration" "similar_family" {
  expect_failure = true
  attrs = {
    instance_type = "m7gd.large"
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_launch_configuration" "not_set" {
  attrs = {
    instance_type = null
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_launch_configuration" "no_input" {
  attrs = {
    instance_type = "p5.48xlarge"
  }
}

resource "aws_launch_configuration" "known_after_apply" {
  expect_unknown = true
  unknown        = ["instance_type"]
  attrs = {
    name = "a"
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_spot_instance_request" "exact" {
  attrs = {
    instance_type = "t4g.micro"
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_spot_instance_request" "family" {
  attrs = {
    instance_type = "m7g.large"
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_spot_instance_request" "another" {
  expect_failure = true
  attrs = {
    instance_type = "p5.48xlarge"
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_spot_instance_request" "similar_family" {
  expect_failure = true
  attrs = {
    instance_type = "m7gd.large"
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_spot_instance_request" "not_set" {
  attrs = {
    instance_type = null
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_spot_instance_request" "no_input" {
  attrs = {
    instance_type = "p5.48xlarge"
  }
}

resource "aws_spot_instance_request" "known_after_apply" {
  expect_unknown = true
  unknown        = ["instance_type"]
  attrs = {
    name = "a"
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_eks_node_group" "allowed" {
  attrs = {
    instance_types = ["t4g.micro", "m7g.large"]
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_eks_node_group" "another" {
  expect_failure = true
  attrs = {
    instance_types = ["m7g.large", "p5.48xlarge"]
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_eks_node_group" "not_set" {
  attrs = {
    instance_types = null
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_eks_node_group" "no_input" {
  attrs = {
    instance_types = ["p5.48xlarge"]
  }
}

resource "aws_eks_node_group" "not_written" {
  unknown = ["instance_types"]
  attrs = {
    name = "a"
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}

resource "aws_eks_node_group" "known_after_apply" {
  expect_unknown = true
  unknown        = ["instance_types.0"]
  attrs = {
    instance_types = ["x"]
  }
  inputs {
    allowed-instance-types = ["t4g.micro", "m7g.*"]
  }
}
