policytest {
  targets = ["public-buckets-restricted.policy.hcl"]
}

resource "aws_s3_bucket_public_access_block" "right" {
  attrs = {
    restrict_public_buckets = true
  }
}

resource "aws_s3_bucket_public_access_block" "wrong" {
  expect_failure = true
  attrs = {
    restrict_public_buckets = false
  }
}

resource "aws_s3_bucket_public_access_block" "default" {
  expect_failure = true
  attrs = {
    restrict_public_buckets = null
  }
}

resource "aws_s3_bucket_public_access_block" "known_after_apply" {
  expect_unknown = true
  unknown        = ["restrict_public_buckets"]
  attrs = {
    restrict_public_buckets = true
  }
}
