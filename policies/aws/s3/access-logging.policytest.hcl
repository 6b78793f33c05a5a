policytest {
  targets = ["access-logging.policy.hcl"]
}

resource "aws_s3_bucket" "by_id" {
  attrs = {
    id      = "by-id"
    bucket  = "by-id"
    logging = []
  }
}

resource "aws_s3_bucket_logging" "by_id" {
  skip = true
  attrs = {
    bucket        = aws_s3_bucket.by_id.id
    target_bucket = "logs"
    target_prefix = "a/"
  }
}

resource "aws_s3_bucket" "by_name" {
  unknown = ["id", "logging"]
  attrs = {
    bucket = "by-name"
  }
}

resource "aws_s3_bucket_logging" "by_name" {
  skip = true
  attrs = {
    bucket        = aws_s3_bucket.by_name.bucket
    target_bucket = "logs"
    target_prefix = "a/"
  }
}

resource "aws_s3_bucket" "inline" {
  attrs = {
    id      = "inline"
    bucket  = "inline"
    logging = [{ target_bucket = "logs" }]
  }
}

resource "aws_s3_bucket" "without" {
  expect_failure = true
  attrs = {
    id      = "without"
    bucket  = "without"
    logging = []
  }
}

resource "aws_s3_bucket" "attribute_of_no_version" {
  expect_failure = true
  attrs = {
    id     = "no"
    bucket = "no"
  }
}

resource "aws_s3_bucket" "known_after_apply" {
  expect_unknown = true
  unknown        = ["logging"]
  attrs = {
    id     = "x"
    bucket = "x"
  }
}

resource "aws_s3_bucket" "receives_logs" {
  attrs = {
    id      = "logs"
    bucket  = "logs"
    logging = []
  }
}
