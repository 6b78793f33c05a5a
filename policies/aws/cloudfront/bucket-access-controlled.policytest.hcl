policytest {
  targets = ["bucket-access-controlled.policy.hcl"]
}

resource "aws_cloudfront_distribution" "control" {
  attrs = {
    origin = [{ origin_id = "o", domain_name = "a.s3.eu-west-1.amazonaws.com", origin_access_control_id = "E1", s3_origin_config = [] }]
  }
}

resource "aws_cloudfront_distribution" "identity" {
  attrs = {
    origin = [{ origin_id = "o", domain_name = "a.s3.amazonaws.com", origin_access_control_id = null, s3_origin_config = [{ origin_access_identity = "origin-access-identity/cloudfront/E1" }] }]
  }
}

resource "aws_cloudfront_distribution" "open" {
  expect_failure = true
  attrs = {
    origin = [{ origin_id = "o", domain_name = "a.s3.eu-west-1.amazonaws.com", origin_access_control_id = "", s3_origin_config = [] }]
  }
}

resource "aws_cloudfront_distribution" "open_old_name" {
  expect_failure = true
  attrs = {
    origin = [{ origin_id = "o", domain_name = "a.s3-eu-west-1.amazonaws.com", origin_access_control_id = null, s3_origin_config = [] }]
  }
}

resource "aws_cloudfront_distribution" "empty_identity" {
  expect_failure = true
  attrs = {
    origin = [{ origin_id = "o", domain_name = "a.s3.eu-west-1.amazonaws.com", origin_access_control_id = null, s3_origin_config = [{ origin_access_identity = "" }] }]
  }
}

resource "aws_cloudfront_distribution" "application" {
  attrs = {
    origin = [{ origin_id = "o", domain_name = "app.example.org", origin_access_control_id = "", s3_origin_config = [] }]
  }
}

resource "aws_cloudfront_distribution" "website" {
  attrs = {
    origin = [{ origin_id = "o", domain_name = "a.s3-website-eu-west-1.amazonaws.com", origin_access_control_id = "", s3_origin_config = [] }]
  }
}

resource "aws_cloudfront_distribution" "balancer" {
  attrs = {
    origin = [{ origin_id = "o", domain_name = "a-1.eu-west-1.elb.amazonaws.com", origin_access_control_id = "", s3_origin_config = [] }]
  }
}

resource "aws_cloudfront_distribution" "control_known_after_apply" {
  expect_unknown = true
  unknown        = ["origin.0.origin_access_control_id"]
  attrs = {
    origin = [{ origin_id = "o", domain_name = "a.s3.eu-west-1.amazonaws.com", origin_access_control_id = "", s3_origin_config = [] }]
  }
}

resource "aws_cloudfront_distribution" "bucket_known_after_apply" {
  expect_unknown = true
  unknown        = ["origin.0.domain_name"]
  attrs = {
    origin = [{ origin_id = "o", domain_name = "a.s3.eu-west-1.amazonaws.com", origin_access_control_id = "", s3_origin_config = [] }]
  }
}

resource "aws_cloudfront_distribution" "control_of_bucket_not_known" {
  unknown = ["origin.0.domain_name"]
  attrs = {
    origin = [{ origin_id = "o", domain_name = "a.s3.eu-west-1.amazonaws.com", origin_access_control_id = "E1", s3_origin_config = [] }]
  }
}
