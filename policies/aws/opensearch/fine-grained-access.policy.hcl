# title: Search domains have fine-grained access control
# why: Without it everybody who may call the domain may read every index.
# fix: Add an `advanced_security_options` block with `enabled = true` and a master user.
# severity: high
# references: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html
# aliases: CKV2_AWS_52
# tags: fsbp, iam

policy {}

resource_policy "aws_opensearch_domain" "fine-grained-access" {
  enforce {
    condition     = core::try(attrs.advanced_security_options[0].enabled, null) == true
    error_message = "`advanced_security_options.enabled` is ${core::try(attrs.advanced_security_options[0].enabled, null) == null ? "not set" : "false"}, must be true"
  }
}

resource_policy "aws_elasticsearch_domain" "fine-grained-access" {
  enforce {
    condition     = core::try(attrs.advanced_security_options[0].enabled, null) == true
    error_message = "`advanced_security_options.enabled` is ${core::try(attrs.advanced_security_options[0].enabled, null) == null ? "not set" : "false"}, must be true"
  }
}
