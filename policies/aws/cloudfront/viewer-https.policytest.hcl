policytest {
  targets = ["viewer-https.policy.hcl"]
}

resource "aws_cloudfront_distribution" "https" {
  attrs = {
    default_cache_behavior = [{ viewer_protocol_policy = "redirect-to-https" }]
    ordered_cache_behavior = [{ path_pattern = "/a", viewer_protocol_policy = "https-only" }]
  }
}

resource "aws_cloudfront_distribution" "plain" {
  expect_failure = true
  attrs = {
    default_cache_behavior = [{ viewer_protocol_policy = "allow-all" }]
    ordered_cache_behavior = []
  }
}

resource "aws_cloudfront_distribution" "one_plain" {
  expect_failure = true
  attrs = {
    default_cache_behavior = [{ viewer_protocol_policy = "https-only" }]
    ordered_cache_behavior = [{ path_pattern = "/a", viewer_protocol_policy = "https-only" }, { path_pattern = "/a", viewer_protocol_policy = "allow-all" }]
  }
}

resource "aws_cloudfront_distribution" "known_after_apply" {
  expect_unknown = true
  unknown        = ["default_cache_behavior.0.viewer_protocol_policy"]
  attrs = {
    default_cache_behavior = [{ viewer_protocol_policy = "x" }]
    ordered_cache_behavior = []
  }
}
