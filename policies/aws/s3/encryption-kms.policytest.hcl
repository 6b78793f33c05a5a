policytest {
  targets = ["encryption-kms.policy.hcl"]
}

resource "aws_s3_bucket_server_side_encryption_configuration" "kms" {
  attrs = {
    rule = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "aws:kms" }] }]
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "dsse" {
  attrs = {
    rule = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "aws:kms:dsse" }] }]
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "s3_key" {
  expect_failure = true
  attrs = {
    rule = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "AES256" }] }]
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "no_default" {
  expect_failure = true
  attrs = {
    rule = [{ apply_server_side_encryption_by_default = [] }]
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "known_after_apply" {
  expect_unknown = true
  unknown        = ["rule.0.apply_server_side_encryption_by_default.0.sse_algorithm"]
  attrs = {
    rule = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "x" }] }]
  }
}

resource "aws_s3_bucket" "kms" {
  attrs = {
    server_side_encryption_configuration = [{ rule = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "aws:kms" }] }] }]
  }
}

resource "aws_s3_bucket" "dsse" {
  attrs = {
    server_side_encryption_configuration = [{ rule = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "aws:kms:dsse" }] }] }]
  }
}

resource "aws_s3_bucket" "s3_key" {
  expect_failure = true
  attrs = {
    server_side_encryption_configuration = [{ rule = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "AES256" }] }] }]
  }
}

resource "aws_s3_bucket" "no_default" {
  expect_failure = true
  attrs = {
    server_side_encryption_configuration = [{ rule = [{ apply_server_side_encryption_by_default = [] }] }]
  }
}

resource "aws_s3_bucket" "known_after_apply" {
  expect_unknown = true
  unknown        = ["server_side_encryption_configuration.0.rule.0.apply_server_side_encryption_by_default.0.sse_algorithm"]
  attrs = {
    server_side_encryption_configuration = [{ rule = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "x" }] }] }]
  }
}

resource "aws_s3_bucket" "inline_not_written" {
  unknown = ["server_side_encryption_configuration"]
  attrs = {
    tags = null
  }
}

resource "aws_s3_bucket" "no_inline" {
  attrs = {
    server_side_encryption_configuration = []
  }
}
