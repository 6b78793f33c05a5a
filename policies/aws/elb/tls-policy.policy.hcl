# title: Listeners require TLS 1.2 or newer
# why: The default policy still accepts TLS 1.0 and 1.1, which have known attacks.
# fix: Set `ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06"` or another policy with at
#   least TLS 1.2.
# severity: high
# references: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
#   https://docs.aws.amazon.com/elasticloadbalancing/latest/network/describe-ssl-policies.html
# aliases: CKV_AWS_103
# tags: encryption, network

policy {}

resource_policy "aws_lb_listener" "tls-policy" {
  filter = core::anytrue([for v in ["HTTPS", "TLS"] : v == core::try(attrs.protocol, null)])

  locals {
    policy = core::try(attrs.ssl_policy, null) == null ? "ELBSecurityPolicy-2016-08" : attrs.ssl_policy
  }

  enforce {
    condition     = core::regex_match(local.policy, "^ELBSecurityPolicy-(TLS13-1-[23]|TLS-1-2|FS-1-2)-")
    error_message = "`ssl_policy` is ${local.policy}, must be a policy with at least TLS 1.2"
  }
}

resource_policy "aws_alb_listener" "tls-policy" {
  filter = core::anytrue([for v in ["HTTPS", "TLS"] : v == core::try(attrs.protocol, null)])

  locals {
    policy = core::try(attrs.ssl_policy, null) == null ? "ELBSecurityPolicy-2016-08" : attrs.ssl_policy
  }

  enforce {
    condition     = core::regex_match(local.policy, "^ELBSecurityPolicy-(TLS13-1-[23]|TLS-1-2|FS-1-2)-")
    error_message = "`ssl_policy` is ${local.policy}, must be a policy with at least TLS 1.2"
  }
}
