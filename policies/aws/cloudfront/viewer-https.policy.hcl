# title: Distributions serve HTTPS only
# why: What is served over plain HTTP can be read and changed on the way, session cookies
#   included.
# fix: Set `viewer_protocol_policy` to "redirect-to-https" or "https-only" in every cache
#   behavior.
# severity: high
# references: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html
# aliases: CKV_AWS_34, FSBP CloudFront.3
# tags: fsbp, encryption, network

policy {}

resource_policy "aws_cloudfront_distribution" "viewer-https" {
  enforce {
    condition = core::alltrue([
      for behavior in core::try([for x in attrs.default_cache_behavior : x], []) :
      core::try(behavior.viewer_protocol_policy, null) != "allow-all"
    ])
    error_message = "`default_cache_behavior.viewer_protocol_policy` is allow-all, must be redirect-to-https or https-only"
  }

  enforce {
    condition = core::alltrue([
      for behavior in core::try([for x in attrs.ordered_cache_behavior : x], []) :
      core::try(behavior.viewer_protocol_policy, null) != "allow-all"
    ])
    error_message = "`ordered_cache_behavior.viewer_protocol_policy` is allow-all, must be redirect-to-https or https-only"
  }
}
