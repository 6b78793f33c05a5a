policytest {
  targets = ["logging-enabled.policy.hcl"]
}

resource "aws_wafv2_web_acl" "logged_a" {
  attrs = {
    arn = "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/a/1"
  }
}

resource "aws_wafv2_web_acl_logging_configuration" "a" {
  attrs = {
    resource_arn = aws_wafv2_web_acl.logged_a.arn
  }
}

resource "aws_wafv2_web_acl" "logged_b" {
  attrs = {
    arn = "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/b/1"
  }
}

resource "aws_wafv2_web_acl_logging_configuration" "b" {
  attrs = {
    resource_arn = aws_wafv2_web_acl.logged_b.arn
  }
}

resource "aws_wafv2_web_acl" "silent" {
  expect_failure = true
  attrs = {
    arn = "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/c/1"
  }
}

resource "aws_wafv2_web_acl" "known_after_apply" {
  expect_unknown = true
  unknown        = ["arn"]
  attrs = {
    name = "a"
  }
}

resource "aws_waf_web_acl" "set" {
  attrs = {
    logging_configuration = [{ log_destination = "arn:aws:firehose:eu-west-1:123456789012:deliverystream/aws-waf-logs-a" }]
  }
}

resource "aws_waf_web_acl" "not_set" {
  expect_failure = true
  attrs = {
    logging_configuration = [{ log_destination = null }]
  }
}

resource "aws_waf_web_acl" "empty" {
  expect_failure = true
  attrs = {
    logging_configuration = [{ log_destination = "" }]
  }
}

resource "aws_waf_web_acl" "known_after_apply" {
  expect_unknown = true
  unknown        = ["logging_configuration.0.log_destination"]
  attrs = {
    logging_configuration = [{ log_destination = null }]
  }
}

resource "aws_waf_web_acl" "no_block" {
  expect_failure = true
  attrs = {
    logging_configuration = []
  }
}

resource "aws_wafregional_web_acl" "set" {
  attrs = {
    logging_configuration = [{ log_destination = "arn:aws:firehose:eu-west-1:123456789012:deliverystream/aws-waf-logs-a" }]
  }
}

resource "aws_wafregional_web_acl" "not_set" {
  expect_failure = true
  attrs = {
    logging_configuration = [{ log_destination = null }]
  }
}

resource "aws_wafregional_web_acl" "empty" {
  expect_failure = true
  attrs = {
    logging_configuration = [{ log_destination = "" }]
  }
}

resource "aws_wafregional_web_acl" "known_after_apply" {
  expect_unknown = true
  unknown        = ["logging_configuration.0.log_destination"]
  attrs = {
    logging_configuration = [{ log_destination = null }]
  }
}

resource "aws_wafregional_web_acl" "no_block" {
  expect_failure = true
  attrs = {
    logging_configuration = []
  }
}
