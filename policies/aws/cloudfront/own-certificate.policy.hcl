# title: Distributions use a certificate of their own
# why: With the certificate of cloudfront.net TLS 1.0 is accepted, and viewers see a name
#   that is not yours.
# fix: Set `acm_certificate_arn` and `aliases`, and leave out
#   `cloudfront_default_certificate`.
# severity: low
# references: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html
# aliases: CKV2_AWS_42, FSBP CloudFront.7
# tags: fsbp, encryption

policy {}

resource_policy "aws_cloudfront_distribution" "own-certificate" {
  enforce {
    condition     = core::try(attrs.viewer_certificate[0].cloudfront_default_certificate, null) == false
    error_message = "`viewer_certificate.cloudfront_default_certificate` is ${core::try(attrs.viewer_certificate[0].cloudfront_default_certificate, null) == null ? "not set" : "true"}, must be false"
  }
}
