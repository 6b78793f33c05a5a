# title: Web ACLs have rules
# why: A web ACL without rules lets everything through, and looks like protection.
# fix: Add a `rule` (or `rule_json`), such as the managed rule group
#   AWSManagedRulesCommonRuleSet.
# severity: medium
# references: https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-creating.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html
# aliases: CKV_AWS_175
# tags: fsbp, network

policy {}

resource_policy "aws_wafv2_web_acl" "has-rules" {
  enforce {
    condition     = core::length(core::try([for r in attrs.rule : r], [])) > 0 || (core::try(attrs.rule_json, null) != null && core::try(attrs.rule_json, null) != "") || core::try(core::length(attrs.default_action[0].block) > 0, false)
    error_message = "`rule` is empty while `default_action` allows, must have at least one rule"
  }
}

resource_policy "aws_waf_web_acl" "has-rules" {
  enforce {
    condition     = core::length(core::try([for r in attrs.rules : r], [])) > 0 || core::try(attrs.default_action[0].type, null) == "BLOCK"
    error_message = "`rules` is empty, must have at least one rule"
  }
}

resource_policy "aws_wafregional_web_acl" "has-rules" {
  enforce {
    condition     = core::length(core::try([for r in attrs.rule : r], [])) > 0 || core::try(attrs.default_action[0].type, null) == "BLOCK"
    error_message = "`rule` is empty, must have at least one rule"
  }
}
