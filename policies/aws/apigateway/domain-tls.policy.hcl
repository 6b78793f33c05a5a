# title: Domain names of REST APIs accept TLS 1.2 or newer only
# why: TLS 1.0 and 1.1 have known weaknesses.
# fix: Set `security_policy` to TLS_1_2, or to one of the newer SecurityPolicy_TLS names.
# severity: medium
# references: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html
# aliases: CKV_AWS_206
# tags: encryption, network

policy {}

resource_policy "aws_api_gateway_domain_name" "domain-tls" {
  enforce {
    condition     = core::regex_match(core::try(attrs.security_policy, null) == null ? "" : core::try(attrs.security_policy, null), "^(TLS_1_2|SecurityPolicy_TLS1[23].*)$")
    error_message = "`security_policy` is ${core::try(attrs.security_policy, null) == null ? "not set" : core::try(attrs.security_policy, null)}, must be TLS_1_2 or newer"
  }
}
