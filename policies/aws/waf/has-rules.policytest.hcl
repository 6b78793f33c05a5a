policytest {
  targets = ["has-rules.policy.hcl"]
}

resource "aws_wafv2_web_acl" "rules" {
  attrs = {
    rule = [{ name = "a" }]
  }
}

resource "aws_wafv2_web_acl" "json" {
  attrs = {
    rule      = []
    rule_json = "[]"
  }
}

resource "aws_wafv2_web_acl" "none" {
  expect_failure = true
  attrs = {
    rule           = []
    rule_json      = null
    default_action = [{ allow = [{}], block = [] }]
  }
}

resource "aws_wafv2_web_acl" "blocks_all" {
  attrs = {
    rule           = []
    rule_json      = null
    default_action = [{ allow = [], block = [{}] }]
  }
}

resource "aws_wafv2_web_acl" "known_after_apply" {
  expect_unknown = true
  unknown        = ["rule"]
  attrs = {
    rule_json = null
  }
}

resource "aws_waf_web_acl" "rules" {
  attrs = {
    rules          = [{ priority = 1 }]
    default_action = [{ type = "ALLOW" }]
  }
}

resource "aws_waf_web_acl" "none" {
  expect_failure = true
  attrs = {
    rules          = []
    default_action = [{ type = "ALLOW" }]
  }
}

resource "aws_waf_web_acl" "known_after_apply" {
  expect_unknown = true
  unknown        = ["rules"]
  attrs = {
    default_action = [{ type = "ALLOW" }]
  }
}

resource "aws_wafregional_web_acl" "rules" {
  attrs = {
    rule           = [{ priority = 1 }]
    default_action = [{ type = "ALLOW" }]
  }
}

resource "aws_wafregional_web_acl" "none" {
  expect_failure = true
  attrs = {
    rule           = []
    default_action = [{ type = "ALLOW" }]
  }
}

resource "aws_wafregional_web_acl" "known_after_apply" {
  expect_unknown = true
  unknown        = ["rule"]
  attrs = {
    default_action = [{ type = "ALLOW" }]
  }
}
