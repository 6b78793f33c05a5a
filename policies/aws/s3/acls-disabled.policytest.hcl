policytest {
  targets = ["acls-disabled.policy.hcl"]
}

resource "aws_s3_bucket_ownership_controls" "enforced" {
  attrs = {
    rule = [{ object_ownership = "BucketOwnerEnforced" }]
  }
}

resource "aws_s3_bucket_ownership_controls" "preferred" {
  expect_failure = true
  attrs = {
    rule = [{ object_ownership = "BucketOwnerPreferred" }]
  }
}

resource "aws_s3_bucket_ownership_controls" "writer" {
  expect_failure = true
  attrs = {
    rule = [{ object_ownership = "ObjectWriter" }]
  }
}

resource "aws_s3_bucket_ownership_controls" "known_after_apply" {
  expect_unknown = true
  unknown        = ["rule.0.object_ownership"]
  attrs = {
    rule = [{}]
  }
}
