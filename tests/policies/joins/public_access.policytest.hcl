policytest {
  targets = ["public_access.policy.hcl"]
}

locals {
  strict = {
    block_public_acls       = true
    block_public_policy     = true
    ignore_public_acls      = true
    restrict_public_buckets = true
  }
}

resource "aws_s3_bucket" "good" {
  attrs = { bucket = "good" }
}

resource "aws_s3_bucket_public_access_block" "good" {
  attrs = core::merge(local.strict, { bucket = aws_s3_bucket.good.bucket })
}

resource "aws_s3_bucket" "half" {
  expect_failure = true
  attrs          = { bucket = "half" }
}

resource "aws_s3_bucket_public_access_block" "half" {
  attrs = core::merge(local.strict, { bucket = aws_s3_bucket.half.attrs.bucket, ignore_public_acls = false })
}

resource "aws_s3_bucket" "bare" {
  expect_failure = true
  attrs          = { bucket = "bare" }
}

resource "aws_s3_bucket" "later" {
  expect_unknown = true
  unknown        = ["bucket"]
  attrs          = {}
}

resource "aws_s3_bucket" "left" {
  skip  = true
  attrs = { bucket = "left" }
}
