# title: Distributions reach their origins over HTTPS
# why: From edge to origin requests cross the internet; over plain HTTP they can be read and
#   changed there. Website endpoints of S3, which have no HTTPS, are left alone.
# fix: Set `origin_protocol_policy = "https-only"` in `custom_origin_config`.
# severity: medium
# references: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html
# tags: fsbp, encryption, network

policy {}

resource_policy "aws_cloudfront_distribution" "origin-https" {
  locals {
    plain_viewers = core::anytrue([
      for behavior in core::try([for x in core::concat([for b in attrs.default_cache_behavior : b], core::try([for b in attrs.ordered_cache_behavior : b], [])) : x], []) :
      core::try(behavior.viewer_protocol_policy, null) == "allow-all"
    ])
  }

  enforce {
    condition = core::alltrue([
      for origin in core::try([for x in attrs.origin : x], []) :
      !(
        core::try(origin.custom_origin_config[0].origin_protocol_policy, null) == "http-only"
        || core::try(origin.custom_origin_config[0].origin_protocol_policy, null) == "match-viewer" && local.plain_viewers
      ) || core::regex_match(origin.domain_name, "\\.s3-website[.-]")
    ])
    error_message = "`custom_origin_config.origin_protocol_policy` must be https-only"
  }
}
