# title: Distributions use TLS 1.2 to their origins
# why: SSL 3, TLS 1.0 and 1.1 have known attacks.
# fix: Set `origin_ssl_protocols = ["TLSv1.2"]` in `custom_origin_config`.
# severity: medium
# references: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html
# aliases: CKV2_AWS_54
# tags: encryption, network

policy {}

resource_policy "aws_cloudfront_distribution" "origin-tls" {
  enforce {
    condition = core::alltrue(core::flatten([
      for origin in core::try([for x in attrs.origin : x], []) :
      [
        for config in core::try([for c in origin.custom_origin_config : c], []) :
        core::try(config.origin_protocol_policy, null) == "http-only" || core::alltrue([
          for protocol in core::try([for p in config.origin_ssl_protocols : p], []) : !core::contains(["SSLv3", "TLSv1", "TLSv1.1"], protocol)
        ])
      ]
    ]))
    error_message = "`custom_origin_config.origin_ssl_protocols` must hold TLSv1.2 only"
  }
}
