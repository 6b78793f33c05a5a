# title: Distributions are behind a firewall
# why: A web application firewall stops known attacks and floods at the edge.
# fix: Set `web_acl_id` to the ARN of an aws_wafv2_web_acl with scope CLOUDFRONT.
# severity: low
# references: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html
# aliases: CKV_AWS_68, FSBP CloudFront.6
# tags: fsbp, network

policy {}

resource_policy "aws_cloudfront_distribution" "waf-attached" {
  enforce {
    condition     = core::try(attrs.web_acl_id, null) != null && core::try(attrs.web_acl_id, null) != ""
    error_message = "`web_acl_id` is not set, must be the ARN of a web ACL"
  }
}
