policytest {
  targets = ["public-acls-ignored.policy.hcl"]
}

resource "aws_s3_bucket_public_access_block" "right" {
  attrs = {
    ignore_public_acls = true
  }
}

resource "aws_s3_bucket_public_access_block" "wrong" {
  expect_failure = true
  attrs = {
    ignore_public_acls = false
  }
}

resource "aws_s3_bucket_public_access_block" "default" {
  expect_failure = true
  attrs = {
    ignore_public_acls = null
  }
}

resource "aws_s3_bucket_public_access_block" "known_after_apply" {
  expect_unknown = true
  unknown        = ["ignore_public_acls"]
  attrs = {
    ignore_public_acls = true
  }
}
