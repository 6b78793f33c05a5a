policytest {
  targets = ["tls-required.policy.hcl"]
}

resource "aws_redshift_parameter_group" "required" {
  attrs = {
    parameter = [{ name = "x", value = "1" }, { name = "require_ssl", value = "true" }]
  }
}

resource "aws_redshift_parameter_group" "off" {
  expect_failure = true
  attrs = {
    parameter = [{ name = "require_ssl", value = "false" }]
  }
}

resource "aws_redshift_parameter_group" "missing" {
  expect_failure = true
  attrs = {
    parameter = [{ name = "x", value = "true" }]
  }
}

resource "aws_redshift_parameter_group" "none" {
  expect_failure = true
  attrs = {
    parameter = []
  }
}

resource "aws_redshift_parameter_group" "known_after_apply" {
  expect_unknown = true
  unknown        = ["parameter.0.value"]
  attrs = {
    parameter = [{ name = "require_ssl", value = "" }]
  }
}
