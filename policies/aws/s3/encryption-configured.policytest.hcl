policytest {
  targets = ["encryption-configured.policy.hcl"]
}

resource "aws_s3_bucket" "by_id" {
  attrs = {
    id                                   = "by-id"
    bucket                               = "by-id"
    server_side_encryption_configuration = []
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "by_id" {
  skip = true
  attrs = {
    bucket = aws_s3_bucket.by_id.id
    rule   = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "AES256" }] }]
  }
}

resource "aws_s3_bucket" "by_name" {
  unknown = ["id", "server_side_encryption_configuration"]
  attrs = {
    bucket = "by-name"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "by_name" {
  skip = true
  attrs = {
    bucket = aws_s3_bucket.by_name.bucket
    rule   = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "AES256" }] }]
  }
}

resource "aws_s3_bucket" "inline" {
  attrs = {
    id                                   = "inline"
    bucket                               = "inline"
    server_side_encryption_configuration = [{ rule = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "AES256" }] }] }]
  }
}

resource "aws_s3_bucket" "without" {
  expect_failure = true
  attrs = {
    id                                   = "without"
    bucket                               = "without"
    server_side_encryption_configuration = []
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
  unknown        = ["server_side_encryption_configuration"]
  attrs = {
    id     = "x"
    bucket = "x"
  }
}
