policytest {
  targets = ["flow-logs-enabled.policy.hcl"]
}

resource "aws_vpc" "first" {
  attrs = {
    id = "vpc-first"
  }
}

resource "aws_flow_log" "first" {
  skip = true
  attrs = {
    vpc_id       = aws_vpc.first.id
    traffic_type = "ALL"
  }
}

resource "aws_vpc" "second" {
  attrs = {
    id = "vpc-second"
  }
}

resource "aws_flow_log" "second" {
  skip = true
  attrs = {
    vpc_id       = aws_vpc.second.id
    traffic_type = "ALL"
  }
}

resource "aws_vpc" "without" {
  expect_failure = true
  attrs = {
    id = "vpc-without"
  }
}

resource "aws_flow_log" "of_a_subnet" {
  skip = true
  attrs = {
    vpc_id    = null
    subnet_id = "subnet-1"
  }
}

resource "aws_vpc" "known_after_apply" {
  expect_unknown = true
  unknown        = ["id"]
  attrs = {
    cidr_block = "10.0.0.0/16"
  }
}
