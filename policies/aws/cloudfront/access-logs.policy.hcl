# title: Distributions log requests
# why: Without access logs nobody can say who called what, during an attack or after.
# fix: Add a `logging_config` block with a `bucket`, or an
#   aws_cloudwatch_log_delivery_source with `resource_arn` of the distribution.
# severity: medium
# references: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html
# aliases: CKV_AWS_86, FSBP CloudFront.5
# tags: fsbp, logging

policy {}

resource_policy "aws_cloudfront_distribution" "access-logs" {
  enforce {
    condition = (
      core::length(core::try([for logging in attrs.logging_config : logging], [])) > 0
      || core::length(core::getresources("aws_cloudwatch_log_delivery_source", { resource_arn = core::try(attrs.arn, "") })) > 0
    )
    error_message = "`logging_config` is not set"
  }
}
