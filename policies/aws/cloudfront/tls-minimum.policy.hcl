# title: Distributions require TLS 1.2 or newer
# why: Older versions have known attacks. Distributions that use the certificate of
#   cloudfront.net have no choice and are left alone.
# fix: Set `minimum_protocol_version = "TLSv1.2_2021"` in `viewer_certificate`.
# severity: high
# references: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html
# aliases: CKV_AWS_174
# tags: encryption, network

policy {}

resource_policy "aws_cloudfront_distribution" "tls-minimum" {
  filter = core::try(attrs.viewer_certificate[0].cloudfront_default_certificate, null) != true

  locals {
    version = core::try(attrs.viewer_certificate[0].minimum_protocol_version, null) == null ? "TLSv1" : attrs.viewer_certificate[0].minimum_protocol_version
  }

  enforce {
    condition     = core::regex_match(local.version, "^TLSv1\\.[23]")
    error_message = "`viewer_certificate.minimum_protocol_version` is ${local.version}, must be TLSv1.2_2021"
  }
}
