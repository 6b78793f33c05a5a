policytest {
  targets = ["access-logs.policy.hcl"]
}

resource "aws_cloudfront_distribution" "bucket" {
  attrs = {
    arn            = "arn:a"
    logging_config = [{ bucket = "logs.s3.amazonaws.com" }]
  }
}

resource "aws_cloudfront_distribution" "bucket_not_known" {
  unknown = ["arn", "logging_config.0.bucket"]
  attrs = {
    logging_config = [{ bucket = "x" }]
  }
}

resource "aws_cloudfront_distribution" "delivered" {
  attrs = {
    arn            = "arn:b"
    logging_config = []
  }
}

resource "aws_cloudwatch_log_delivery_source" "b" {
  skip = true
  attrs = {
    resource_arn = aws_cloudfront_distribution.delivered.arn
  }
}

resource "aws_cloudfront_distribution" "none" {
  expect_failure = true
  attrs = {
    arn            = "arn:c"
    logging_config = []
  }
}

resource "aws_cloudfront_distribution" "known_after_apply" {
  expect_unknown = true
  unknown        = ["arn"]
  attrs = {
    logging_config = []
  }
}
