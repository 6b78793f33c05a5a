# title: Trails record every region
# why: What happens in a region that nobody uses is what an intruder wants nobody to see.
# fix: Set `is_multi_region_trail = true`.
# severity: high
# references: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html
# aliases: CKV_AWS_67
# tags: cis, fsbp, logging

policy {}

resource_policy "aws_cloudtrail" "multi-region" {
  enforce {
    condition     = core::try(attrs.is_multi_region_trail, null) == true
    error_message = "`is_multi_region_trail` is ${core::try(attrs.is_multi_region_trail, null) == null ? "not set" : "false"}, must be true"
  }
}
