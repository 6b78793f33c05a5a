policytest {
  targets = ["not-public.policy.hcl"]
}

resource "aws_transfer_server" "right" {
  attrs = {
    endpoint_type = "VPC"
  }
}

resource "aws_transfer_server" "right_1" {
  attrs = {
    endpoint_type = "VPC_ENDPOINT"
  }
}

resource "aws_transfer_server" "wrong" {
  expect_failure = true
  attrs = {
    endpoint_type = "PUBLIC"
  }
}

resource "aws_transfer_server" "default" {
  expect_failure = true
  attrs = {
    endpoint_type = null
  }
}

resource "aws_transfer_server" "known_after_apply" {
  expect_unknown = true
  unknown        = ["endpoint_type"]
  attrs = {
    endpoint_type = null
  }
}
