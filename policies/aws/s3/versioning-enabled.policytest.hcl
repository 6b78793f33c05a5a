policytest {
  targets = ["versioning-enabled.policy.hcl"]
}

resource "aws_s3_bucket" "by_id" {
  attrs = {
    id         = "by-id"
    bucket     = "by-id"
    versioning = []
  }
}

resource "aws_s3_bucket_versioning" "by_id" {
  skip = true
  attrs = {
    bucket                   = aws_s3_bucket.by_id.id
    versioning_configuration = [{ status = "Enabled" }]
  }
}

resource "aws_s3_bucket" "by_name" {
  unknown = ["id", "versioning"]
  attrs = {
    bucket = "by-name"
  }
}

resource "aws_s3_bucket_versioning" "by_name" {
  skip = true
  attrs = {
    bucket                   = aws_s3_bucket.by_name.bucket
    versioning_configuration = [{ status = "Enabled" }]
  }
}

resource "aws_s3_bucket" "inline" {
  attrs = {
    id         = "inline"
    bucket     = "inline"
    versioning = [{ enabled = true }]
  }
}

resource "aws_s3_bucket" "inline_off" {
  expect_failure = true
  attrs = {
    id         = "inline-off"
    bucket     = "inline-off"
    versioning = [{ enabled = false }]
  }
}

resource "aws_s3_bucket" "without" {
  expect_failure = true
  attrs = {
    id         = "without"
    bucket     = "without"
    versioning = []
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
  unknown        = ["versioning"]
  attrs = {
    id     = "x"
    bucket = "x"
  }
}

resource "aws_s3_bucket" "suspended" {
  expect_failure = true
  attrs = {
    id         = "s"
    bucket     = "s"
    versioning = []
  }
}

resource "aws_s3_bucket_versioning" "suspended" {
  skip = true
  attrs = {
    bucket                   = aws_s3_bucket.suspended.id
    versioning_configuration = [{ status = "Suspended" }]
  }
}

resource "aws_s3_bucket" "status_known_after_apply" {
  expect_unknown = true
  attrs = {
    id         = "y"
    bucket     = "y"
    versioning = []
  }
}

resource "aws_s3_bucket_versioning" "y" {
  skip    = true
  unknown = ["versioning_configuration.0.status"]
  attrs = {
    bucket                   = "y"
    versioning_configuration = [{}]
  }
}
