policytest {
  targets = ["tls-minimum.policy.hcl"]
}

resource "aws_cloudfront_distribution" "good_TLSv1_2_2021" {
  attrs = {
    viewer_certificate = [{ acm_certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1", cloudfront_default_certificate = null, minimum_protocol_version = "TLSv1.2_2021" }]
  }
}

resource "aws_cloudfront_distribution" "good_TLSv1_2_2019" {
  attrs = {
    viewer_certificate = [{ acm_certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1", cloudfront_default_certificate = null, minimum_protocol_version = "TLSv1.2_2019" }]
  }
}

resource "aws_cloudfront_distribution" "good_TLSv1_2_2025" {
  attrs = {
    viewer_certificate = [{ acm_certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1", cloudfront_default_certificate = null, minimum_protocol_version = "TLSv1.2_2025" }]
  }
}

resource "aws_cloudfront_distribution" "good_TLSv1_3_2025" {
  attrs = {
    viewer_certificate = [{ acm_certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1", cloudfront_default_certificate = null, minimum_protocol_version = "TLSv1.3_2025" }]
  }
}

resource "aws_cloudfront_distribution" "bad_TLSv1" {
  expect_failure = true
  attrs = {
    viewer_certificate = [{ acm_certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1", cloudfront_default_certificate = null, minimum_protocol_version = "TLSv1" }]
  }
}

resource "aws_cloudfront_distribution" "bad_TLSv1_2016" {
  expect_failure = true
  attrs = {
    viewer_certificate = [{ acm_certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1", cloudfront_default_certificate = null, minimum_protocol_version = "TLSv1_2016" }]
  }
}

resource "aws_cloudfront_distribution" "bad_TLSv1_1_2016" {
  expect_failure = true
  attrs = {
    viewer_certificate = [{ acm_certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1", cloudfront_default_certificate = null, minimum_protocol_version = "TLSv1.1_2016" }]
  }
}

resource "aws_cloudfront_distribution" "bad_SSLv3" {
  expect_failure = true
  attrs = {
    viewer_certificate = [{ acm_certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1", cloudfront_default_certificate = null, minimum_protocol_version = "SSLv3" }]
  }
}

resource "aws_cloudfront_distribution" "default" {
  expect_failure = true
  attrs = {
    viewer_certificate = [{ acm_certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1", cloudfront_default_certificate = null, minimum_protocol_version = null }]
  }
}

resource "aws_cloudfront_distribution" "certificate_of_cloudfront" {
  attrs = {
    viewer_certificate = [{ cloudfront_default_certificate = true, minimum_protocol_version = "TLSv1" }]
  }
}

resource "aws_cloudfront_distribution" "known_after_apply" {
  expect_unknown = true
  unknown        = ["viewer_certificate.0.minimum_protocol_version"]
  attrs = {
    viewer_certificate = [{ acm_certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1", cloudfront_default_certificate = null, minimum_protocol_version = null }]
  }
}
