policytest {
  targets = ["methods-authorized.policy.hcl"]
}

resource "aws_api_gateway_method" "authorized" {
  attrs = {
    http_method   = "GET"
    authorization = "AWS_IAM"
  }
}

resource "aws_api_gateway_method" "open" {
  expect_failure = true
  attrs = {
    http_method      = "GET"
    authorization    = "NONE"
    api_key_required = null
  }
}

resource "aws_api_gateway_method" "any_open" {
  expect_failure = true
  attrs = {
    http_method      = "ANY"
    authorization    = "NONE"
    api_key_required = false
  }
}

resource "aws_api_gateway_method" "key" {
  attrs = {
    http_method      = "GET"
    authorization    = "NONE"
    api_key_required = true
  }
}

resource "aws_api_gateway_method" "preflight" {
  attrs = {
    http_method   = "OPTIONS"
    authorization = "NONE"
  }
}

resource "aws_api_gateway_method" "known_after_apply" {
  expect_unknown = true
  unknown        = ["authorization"]
  attrs = {
    http_method      = "GET"
    api_key_required = false
  }
}
