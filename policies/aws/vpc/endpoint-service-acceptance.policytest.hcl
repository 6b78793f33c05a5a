policytest {
  targets = ["endpoint-service-acceptance.policy.hcl"]
}

resource "aws_vpc_endpoint_service" "right" {
  attrs = {
    acceptance_required = true
  }
}

resource "aws_vpc_endpoint_service" "wrong" {
  expect_failure = true
  attrs = {
    acceptance_required = false
  }
}

resource "aws_vpc_endpoint_service" "default" {
  expect_failure = true
  attrs = {
    acceptance_required = null
  }
}

resource "aws_vpc_endpoint_service" "known_after_apply" {
  expect_unknown = true
  unknown        = ["acceptance_required"]
  attrs = {
    acceptance_required = true
  }
}
