policytest {
  targets = ["waf-attached.policy.hcl"]
}

resource "aws_cloudfront_distribution" "attached" {
  attrs = {
    web_acl_id = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/a/1"
  }
}

resource "aws_cloudfront_distribution" "none" {
  expect_failure = true
  attrs = {
    web_acl_id = null
  }
}

resource "aws_cloudfront_distribution" "empty" {
  expect_failure = true
  attrs = {
    web_acl_id = ""
  }
}

resource "aws_cloudfront_distribution" "known_after_apply" {
  expect_unknown = true
  unknown        = ["web_acl_id"]
  attrs          = {}
}
