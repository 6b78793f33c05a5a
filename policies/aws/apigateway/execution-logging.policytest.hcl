policytest {
  targets = ["execution-logging.policy.hcl"]
}

resource "aws_api_gateway_method_settings" "right" {
  attrs = {
    settings = [{ logging_level = "ERROR" }]
  }
}

resource "aws_api_gateway_method_settings" "right_1" {
  attrs = {
    settings = [{ logging_level = "INFO" }]
  }
}

resource "aws_api_gateway_method_settings" "wrong" {
  expect_failure = true
  attrs = {
    settings = [{ logging_level = "OFF" }]
  }
}

resource "aws_api_gateway_method_settings" "default" {
  expect_failure = true
  attrs = {
    settings = [{ logging_level = null }]
  }
}

resource "aws_api_gateway_method_settings" "no_block" {
  expect_failure = true
  attrs = {
    settings = []
  }
}

resource "aws_api_gateway_method_settings" "known_after_apply" {
  expect_unknown = true
  unknown        = ["settings.0.logging_level"]
  attrs = {
    settings = [{ logging_level = null }]
  }
}
