policytest {
  targets = ["origin-tls.policy.hcl"]
}

resource "aws_cloudfront_distribution" "tls12" {
  attrs = {
    origin = [{ origin_id = "o", domain_name = "app.example.org", custom_origin_config = [{ origin_protocol_policy = "https-only", origin_ssl_protocols = ["TLSv1.2"] }] }]
  }
}

resource "aws_cloudfront_distribution" "old_too" {
  expect_failure = true
  attrs = {
    origin = [{ origin_id = "o", domain_name = "app.example.org", custom_origin_config = [{ origin_protocol_policy = "https-only", origin_ssl_protocols = ["TLSv1", "TLSv1.2"] }] }]
  }
}

resource "aws_cloudfront_distribution" "ssl" {
  expect_failure = true
  attrs = {
    origin = [{ origin_id = "o", domain_name = "app.example.org", custom_origin_config = [{ origin_protocol_policy = "https-only", origin_ssl_protocols = ["SSLv3"] }] }]
  }
}

resource "aws_cloudfront_distribution" "plain_origin" {
  attrs = {
    origin = [{ origin_id = "o", domain_name = "app.example.org", custom_origin_config = [{ origin_protocol_policy = "http-only", origin_ssl_protocols = ["TLSv1"] }] }]
  }
}

resource "aws_cloudfront_distribution" "bucket" {
  attrs = {
    origin = [{ origin_id = "o", domain_name = "a", custom_origin_config = [] }]
  }
}

resource "aws_cloudfront_distribution" "known_after_apply" {
  expect_unknown = true
  unknown        = ["origin.0.custom_origin_config.0.origin_ssl_protocols.0"]
  attrs = {
    origin = [{ origin_id = "o", domain_name = "app.example.org", custom_origin_config = [{ origin_protocol_policy = "https-only", origin_ssl_protocols = ["x"] }] }]
  }
}
