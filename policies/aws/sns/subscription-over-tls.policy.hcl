# title: Subscriptions are delivered over TLS
# why: With http messages travel over the internet in clear.
# fix: Set `protocol = "https"`.
# severity: medium
# references: https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html
# tags: encryption, network

policy {}

resource_policy "aws_sns_topic_subscription" "subscription-over-tls" {
  enforce {
    condition     = core::try(attrs.protocol, null) != "http"
    error_message = "`protocol` is http, must be https"
  }
}
