# title: Distributions sign their requests to buckets
# why: Without origin access control the bucket itself has to be readable by everybody, past
#   the distribution and its firewall.
# fix: Set `origin_access_control_id` to an aws_cloudfront_origin_access_control, or
#   `s3_origin_config.origin_access_identity`.
# severity: medium
# references: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html
# aliases: CKV2_AWS_46
# tags: network, iam

policy {}

resource_policy "aws_cloudfront_distribution" "bucket-access-controlled" {
  enforce {
    condition = core::alltrue([
      for origin in core::try([for x in attrs.origin : x], []) :
      !core::regex_match(origin.domain_name, "\\.s3([.-][a-z0-9-]+)*\\.amazonaws\\.com(\\.cn)?$")
      || core::regex_match(origin.domain_name, "\\.s3-website[.-]")
      || (core::try(origin.origin_access_control_id, null) != null && core::try(origin.origin_access_control_id, null) != "")
      || (core::try(origin.s3_origin_config[0].origin_access_identity, null) != null && core::try(origin.s3_origin_config[0].origin_access_identity, null) != "")
    ])
    error_message = "an `origin` is a bucket and has neither `origin_access_control_id` nor `origin_access_identity`"
  }
}
