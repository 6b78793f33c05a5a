policytest {
  targets = ["origin-https.policy.hcl"]
}

resource "aws_cloudfront_distribution" "https" {
  attrs = {
    default_cache_behavior = [{ viewer_protocol_policy = "https-only" }]
    ordered_cache_behavior = []
    origin                 = [{ origin_id = "o", domain_name = "app.example.org", custom_origin_config = [{ origin_protocol_policy = "https-only" }] }]
  }
}

resource "aws_cloudfront_distribution" "bucket" {
  attrs = {
    default_cache_behavior = [{ viewer_protocol_policy = "https-only" }]
    ordered_cache_behavior = []
    origin                 = [{ origin_id = "o", domain_name = "a.s3.eu-west-1.amazonaws.com", custom_origin_config = [] }]
  }
}

resource "aws_cloudfront_distribution" "plain" {
  expect_failure = true
  attrs = {
    default_cache_behavior = [{ viewer_protocol_policy = "https-only" }]
    ordered_cache_behavior = []
    origin                 = [{ origin_id = "o", domain_name = "app.example.org", custom_origin_config = [{ origin_protocol_policy = "https-only" }] }, { origin_id = "o", domain_name = "app.example.org", custom_origin_config = [{ origin_protocol_policy = "http-only" }] }]
  }
}

resource "aws_cloudfront_distribution" "as_viewers_who_use_https" {
  attrs = {
    default_cache_behavior = [{ viewer_protocol_policy = "https-only" }]
    ordered_cache_behavior = []
    origin                 = [{ origin_id = "o", domain_name = "app.example.org", custom_origin_config = [{ origin_protocol_policy = "match-viewer" }] }]
  }
}

resource "aws_cloudfront_distribution" "as_viewers_who_may_use_http" {
  expect_failure = true
  attrs = {
    default_cache_behavior = [{ viewer_protocol_policy = "allow-all" }]
    ordered_cache_behavior = []
    origin                 = [{ origin_id = "o", domain_name = "app.example.org", custom_origin_config = [{ origin_protocol_policy = "match-viewer" }] }]
  }
}

resource "aws_cloudfront_distribution" "website_of_s3" {
  attrs = {
    default_cache_behavior = [{ viewer_protocol_policy = "https-only" }]
    ordered_cache_behavior = []
    origin                 = [{ origin_id = "o", domain_name = "a.s3-website-eu-west-1.amazonaws.com", custom_origin_config = [{ origin_protocol_policy = "http-only" }] }, { origin_id = "o", domain_name = "a.s3-website.eu-central-1.amazonaws.com", custom_origin_config = [{ origin_protocol_policy = "http-only" }] }]
  }
}

resource "aws_cloudfront_distribution" "known_after_apply" {
  expect_unknown = true
  unknown        = ["origin.0.custom_origin_config.0.origin_protocol_policy"]
  attrs = {
    default_cache_behavior = [{ viewer_protocol_policy = "https-only" }]
    ordered_cache_behavior = []
    origin                 = [{ origin_id = "o", domain_name = "app.example.org", custom_origin_config = [{ origin_protocol_policy = "x" }] }]
  }
}

resource "aws_cloudfront_distribution" "https_to_something_not_known" {
  unknown = ["origin.0.domain_name"]
  attrs = {
    default_cache_behavior = [{ viewer_protocol_policy = "https-only" }]
    ordered_cache_behavior = []
    origin                 = [{ origin_id = "o", domain_name = "app.example.org", custom_origin_config = [{ origin_protocol_policy = "https-only" }] }]
  }
}
