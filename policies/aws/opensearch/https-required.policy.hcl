# title: Search domains accept HTTPS only
# why: Plain HTTP passes credentials and documents over the network in clear.
# fix: Add a `domain_endpoint_options` block with `enforce_https = true`.
# severity: high
# references: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html
# aliases: CKV_AWS_83
# tags: encryption, network

policy {}

resource_policy "aws_opensearch_domain" "https-required" {
  enforce {
    condition     = core::try(attrs.domain_endpoint_options[0].enforce_https, null) == true
    error_message = "`domain_endpoint_options.enforce_https` is ${core::try(attrs.domain_endpoint_options[0].enforce_https, null) == null ? "not set" : "false"}, must be true"
  }
}

resource_policy "aws_elasticsearch_domain" "https-required" {
  enforce {
    condition     = core::try(attrs.domain_endpoint_options[0].enforce_https, null) == true
    error_message = "`domain_endpoint_options.enforce_https` is ${core::try(attrs.domain_endpoint_options[0].enforce_https, null) == null ? "not set" : "false"}, must be true"
  }
}
