policytest {
  targets = ["account-public-access-blocked.policy.hcl"]
}

resource "aws_s3_account_public_access_block" "complete" {
  attrs = {
    block_public_acls       = true
    block_public_policy     = true
    ignore_public_acls      = true
    restrict_public_buckets = true
  }
}

resource "aws_s3_account_public_access_block" "without_block_public_acls" {
  expect_failure = true
  attrs = {
    block_public_acls       = false
    block_public_policy     = true
    ignore_public_acls      = true
    restrict_public_buckets = true
  }
}

resource "aws_s3_account_public_access_block" "without_block_public_policy" {
  expect_failure = true
  attrs = {
    block_public_acls       = true
    block_public_policy     = false
    ignore_public_acls      = true
    restrict_public_buckets = true
  }
}

resource "aws_s3_account_public_access_block" "without_ignore_public_acls" {
  expect_failure = true
  attrs = {
    block_public_acls       = true
    block_public_policy     = true
    ignore_public_acls      = false
    restrict_public_buckets = true
  }
}

resource "aws_s3_account_public_access_block" "without_restrict_public_buckets" {
  expect_failure = true
  attrs = {
    block_public_acls       = true
    block_public_policy     = true
    ignore_public_acls      = true
    restrict_public_buckets = false
  }
}

resource "aws_s3_account_public_access_block" "default" {
  expect_failure = true
  attrs = {
    block_public_acls       = true
    block_public_policy     = true
    ignore_public_acls      = null
    restrict_public_buckets = true
  }
}

resource "aws_s3_account_public_access_block" "known_after_apply" {
  expect_unknown = true
  unknown        = ["block_public_acls"]
  attrs = {
    block_public_acls       = true
    block_public_policy     = true
    ignore_public_acls      = true
    restrict_public_buckets = true
  }
}
