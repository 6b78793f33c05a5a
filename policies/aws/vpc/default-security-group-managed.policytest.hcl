policytest {
  targets = ["default-security-group-managed.policy.hcl"]
}

resource "aws_vpc" "first" {
  attrs = {
    id = "vpc-first"
  }
}

resource "aws_default_security_group" "first" {
  skip = true
  attrs = {
    vpc_id  = aws_vpc.first.id
    ingress = []
    egress  = []
  }
}

resource "aws_vpc" "second" {
  attrs = {
    id = "vpc-second"
  }
}

resource "aws_default_security_group" "second" {
  skip = true
  attrs = {
    vpc_id  = aws_vpc.second.id
    ingress = []
    egress  = []
  }
}

resource "aws_vpc" "without" {
  expect_failure = true
  attrs = {
    id = "vpc-without"
  }
}

resource "aws_vpc" "known_after_apply" {
  expect_unknown = true
  unknown        = ["id"]
  attrs = {
    cidr_block = "10.0.0.0/16"
  }
}
