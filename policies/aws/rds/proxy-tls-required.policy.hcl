# title: Database proxies require TLS
# why: A proxy that accepts plain connections passes passwords and rows over the network in
#   clear text.
# fix: Set `require_tls = true` on aws_db_proxy.
# severity: high
# references: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html
# tags: encryption, network

policy {}

resource_policy "aws_db_proxy" "proxy-tls-required" {
  enforce {
    condition     = core::try(attrs.require_tls, null) == true
    error_message = "`require_tls` is ${core::try(attrs.require_tls, null) == null ? "not set" : "false"}, must be true"
  }
}
