policytest {
  targets = ["tracing-enabled.policy.hcl"]
}

resource "aws_api_gateway_stage" "right" {
  attrs = {
    xray_tracing_enabled = true
  }
}

resource "aws_api_gateway_stage" "wrong" {
  expect_failure = true
  attrs = {
    xray_tracing_enabled = false
  }
}

resource "aws_api_gateway_stage" "default" {
  expect_failure = true
  attrs = {
    xray_tracing_enabled = null
  }
}

resource "aws_api_gateway_stage" "known_after_apply" {
  expect_unknown = true
  unknown        = ["xray_tracing_enabled"]
  attrs = {
    xray_tracing_enabled = true
  }
}
