policytest {
  targets = ["access-point-public-access-blocked.policy.hcl"]
}

resource "aws_s3_access_point" "complete" {
  attrs = {
    public_access_block_configuration = [{ block_public_acls = true, block_public_policy = true, ignore_public_acls = true, restrict_public_buckets = true }]
  }
}

resource "aws_s3_access_point" "default" {
  attrs = {
    public_access_block_configuration = []
  }
}

resource "aws_s3_access_point" "without_block_public_acls" {
  expect_failure = true
  attrs = {
    public_access_block_configuration = [{ block_public_acls = false, block_public_policy = true, ignore_public_acls = true, restrict_public_buckets = true }]
  }
}

resource "aws_s3_access_point" "without_block_public_policy" {
  expect_failure = true
  attrs = {
    public_access_block_configuration = [{ block_public_acls = true, block_public_policy = false, ignore_public_acls = true, restrict_public_buckets = true }]
  }
}

resource "aws_s3_access_point" "without_ignore_public_acls" {
  expect_failure = true
  attrs = {
    public_access_block_configuration = [{ block_public_acls = true, block_public_policy = true, ignore_public_acls = false, restrict_public_buckets = true }]
  }
}

resource "aws_s3_access_point" "without_restrict_public_buckets" {
  expect_failure = true
  attrs = {
    public_access_block_configuration = [{ block_public_acls = true, block_public_policy = true, ignore_public_acls = true, restrict_public_buckets = false }]
  }
}

resource "aws_s3_access_point" "known_after_apply" {
  expect_unknown = true
  unknown        = ["public_access_block_configuration.0.block_public_policy"]
  attrs = {
    public_access_block_configuration = [{ block_public_acls = true, block_public_policy = true, ignore_public_acls = true, restrict_public_buckets = true }]
  }
}
