policytest {
  targets = ["domain-tls.policy.hcl"]
}

resource "aws_api_gateway_domain_name" "right" {
  attrs = {
    security_policy = "TLS_1_2"
  }
}

resource "aws_api_gateway_domain_name" "right_1" {
  attrs = {
    security_policy = "SecurityPolicy_TLS13_1_3_2025_09"
  }
}

resource "aws_api_gateway_domain_name" "wrong" {
  expect_failure = true
  attrs = {
    security_policy = "TLS_1_0"
  }
}

resource "aws_api_gateway_domain_name" "wrong_1" {
  expect_failure = true
  attrs = {
    security_policy = "SecurityPolicy_TLS10_2018_EDGE"
  }
}

resource "aws_api_gateway_domain_name" "default" {
  expect_failure = true
  attrs = {
    security_policy = null
  }
}

resource "aws_api_gateway_domain_name" "known_after_apply" {
  expect_unknown = true
  unknown        = ["security_policy"]
  attrs = {
    security_policy = null
  }
}
