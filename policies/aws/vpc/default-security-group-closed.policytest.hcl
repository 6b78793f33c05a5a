policytest {
  targets = ["default-security-group-closed.policy.hcl"]
}

resource "aws_default_security_group" "empty" {
  attrs = {
    ingress = []
    egress  = []
  }
}

resource "aws_default_security_group" "not_written" {
  unknown = ["ingress", "egress"]
  attrs = {
    vpc_id = "vpc-1"
  }
}

resource "aws_default_security_group" "ingress" {
  expect_failure = true
  attrs = {
    ingress = [{ protocol = "-1", from_port = 0, to_port = 0, self = true, cidr_blocks = [] }]
    egress  = []
  }
}

resource "aws_default_security_group" "egress" {
  expect_failure = true
  attrs = {
    ingress = []
    egress  = [{ protocol = "-1", from_port = 0, to_port = 0, self = true, cidr_blocks = [] }]
  }
}

resource "aws_default_security_group" "egress_only_known" {
  expect_failure = true
  unknown        = ["ingress"]
  attrs = {
    egress = [{ protocol = "-1", from_port = 0, to_port = 0, self = true, cidr_blocks = [] }]
  }
}

resource "aws_default_security_group" "parts_known_after_apply" {
  expect_failure = true
  unknown        = ["ingress.0.cidr_blocks.0"]
  attrs = {
    ingress = [{ cidr_blocks = ["x"] }]
    egress  = []
  }
}
