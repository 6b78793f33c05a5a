# title: Distributions have a default root object
# why: Without one a request for / is passed to the origin, and a bucket may answer with the
#   list of its objects.
# fix: Set `default_root_object`, for example "index.html".
# severity: low
# references: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html
# aliases: CKV_AWS_305, FSBP CloudFront.1
# tags: fsbp, network

policy {}

resource_policy "aws_cloudfront_distribution" "default-root-object" {
  enforce {
    condition     = core::try(attrs.default_root_object, null) != null && core::try(attrs.default_root_object, null) != ""
    error_message = "`default_root_object` is not set"
  }
}
