# title: Web ACLs log what they see
# why: Without logs nobody can say what was blocked, or what should have been.
# fix: Add an aws_wafv2_web_acl_logging_configuration whose `resource_arn` is the ARN of the
#   web ACL (WAF Classic: a `logging_configuration` block).
# severity: medium
# references: https://docs.aws.amazon.com/waf/latest/developerguide/logging.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html
# aliases: CKV2_AWS_31, CKV_AWS_176
# tags: logging

policy {}

resource_policy "aws_wafv2_web_acl" "logging-enabled" {
  enforce {
    condition     = core::length(core::getresources("aws_wafv2_web_acl_logging_configuration", { resource_arn = core::try(attrs.arn, null) })) > 0
    error_message = "no aws_wafv2_web_acl_logging_configuration for this web ACL"
  }
}

resource_policy "aws_waf_web_acl" "logging-enabled" {
  enforce {
    condition     = core::try(attrs.logging_configuration[0].log_destination, null) != null && core::try(attrs.logging_configuration[0].log_destination, null) != ""
    error_message = "`logging_configuration` is not set, must have a `log_destination`"
  }
}

resource_policy "aws_wafregional_web_acl" "logging-enabled" {
  enforce {
    condition     = core::try(attrs.logging_configuration[0].log_destination, null) != null && core::try(attrs.logging_configuration[0].log_destination, null) != ""
    error_message = "`logging_configuration` is not set, must have a `log_destination`"
  }
}
