# title: Search domains require TLS 1.2 or newer
# why: The default policy still accepts TLS 1.0, which has known attacks.
# fix: Set `tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"` in
#   `domain_endpoint_options`.
# severity: medium
# references: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/es-controls.html
# aliases: CKV_AWS_228
# tags: encryption, network

policy {}

resource_policy "aws_opensearch_domain" "tls-policy" {
  locals {
    policy = core::try(attrs.domain_endpoint_options[0].tls_security_policy, null) == null ? "Policy-Min-TLS-1-0-2019-07" : core::try(attrs.domain_endpoint_options[0].tls_security_policy, null)
  }

  enforce {
    condition     = core::regex_match(local.policy, "^Policy-Min-TLS-1-[23]-")
    error_message = "`domain_endpoint_options.tls_security_policy` is ${local.policy}, must be a policy with at least TLS 1.2"
  }
}

resource_policy "aws_elasticsearch_domain" "tls-policy" {
  locals {
    policy = core::try(attrs.domain_endpoint_options[0].tls_security_policy, null) == null ? "Policy-Min-TLS-1-0-2019-07" : core::try(attrs.domain_endpoint_options[0].tls_security_policy, null)
  }

  enforce {
    condition     = core::regex_match(local.policy, "^Policy-Min-TLS-1-[23]-")
    error_message = "`domain_endpoint_options.tls_security_policy` is ${local.policy}, must be a policy with at least TLS 1.2"
  }
}
