policytest {
  targets = ["default-root-object.policy.hcl"]
}

resource "aws_cloudfront_distribution" "index" {
  attrs = {
    default_root_object = "index.html"
  }
}

resource "aws_cloudfront_distribution" "none" {
  expect_failure = true
  attrs = {
    default_root_object = null
  }
}

resource "aws_cloudfront_distribution" "empty" {
  expect_failure = true
  attrs = {
    default_root_object = ""
  }
}

resource "aws_cloudfront_distribution" "known_after_apply" {
  expect_unknown = true
  unknown        = ["default_root_object"]
  attrs          = {}
}
