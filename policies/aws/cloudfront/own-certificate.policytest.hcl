policytest {
  targets = ["own-certificate.policy.hcl"]
}

resource "aws_cloudfront_distribution" "right" {
  attrs = {
    viewer_certificate = [{ cloudfront_default_certificate = false }]
  }
}

resource "aws_cloudfront_distribution" "wrong" {
  expect_failure = true
  attrs = {
    viewer_certificate = [{ cloudfront_default_certificate = true }]
  }
}

resource "aws_cloudfront_distribution" "default" {
  expect_failure = true
  attrs = {
    viewer_certificate = [{ cloudfront_default_certificate = null }]
  }
}

resource "aws_cloudfront_distribution" "no_block" {
  expect_failure = true
  attrs = {
    viewer_certificate = []
  }
}

resource "aws_cloudfront_distribution" "known_after_apply" {
  expect_unknown = true
  unknown        = ["viewer_certificate.0.cloudfront_default_certificate"]
  attrs = {
    viewer_certificate = [{ cloudfront_default_certificate = false }]
  }
}
