policytest {
  targets = ["public-access-block.policy.hcl"]
}

resource "aws_s3_bucket" "by_id" {
  attrs = {
    id     = "by-id"
    bucket = "by-id"
  }
}

resource "aws_s3_bucket_public_access_block" "by_id" {
  attrs = {
    bucket = aws_s3_bucket.by_id.id
  }
}

resource "aws_s3_bucket" "by_name" {
  unknown = ["id"]
  attrs = {
    bucket = "by-name"
  }
}

resource "aws_s3_bucket_public_access_block" "by_name" {
  attrs = {
    bucket = aws_s3_bucket.by_name.bucket
  }
}

resource "aws_s3_bucket" "first" {
  attrs = {
    id     = "first"
    bucket = "first"
  }
}

resource "aws_s3_bucket" "second" {
  attrs = {
    id     = "second"
    bucket = "second"
  }
}

resource "aws_s3_bucket_public_access_block" "first" {
  attrs = {
    bucket = aws_s3_bucket.first.id
  }
}

resource "aws_s3_bucket_public_access_block" "second" {
  attrs = {
    bucket = aws_s3_bucket.second.id
  }
}

resource "aws_s3_bucket" "without" {
  expect_failure = true
  attrs = {
    id     = "without"
    bucket = "without"
  }
}

resource "aws_s3_bucket" "known_after_apply" {
  expect_unknown = true
  unknown        = ["id", "bucket"]
  attrs = {
    tags = null
  }
}
