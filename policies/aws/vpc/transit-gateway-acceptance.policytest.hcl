policytest {
  targets = ["transit-gateway-acceptance.policy.hcl"]
}

resource "aws_ec2_transit_gateway" "by_hand" {
  attrs = {
    auto_accept_shared_attachments = "disable"
  }
}

resource "aws_ec2_transit_gateway" "by_itself" {
  expect_failure = true
  attrs = {
    auto_accept_shared_attachments = "enable"
  }
}

resource "aws_ec2_transit_gateway" "default" {
  attrs = {
    auto_accept_shared_attachments = null
  }
}

resource "aws_ec2_transit_gateway" "known_after_apply" {
  expect_unknown = true
  unknown        = ["auto_accept_shared_attachments"]
  attrs          = {}
}
