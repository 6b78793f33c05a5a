policytest {
  targets = ["denied.policy.hcl"]
}

resource "aws_s3_bucket" "other" {
  attrs = {
    bucket = "b"
  }
  inputs {
    denied-types = ["*_iam_user", "aws_iam_access_key"]
  }
}

resource "aws_iam_user" "not_checked" {
  attrs = {
    name = "a"
  }
}

resource "aws_iam_user_policy" "longer" {
  attrs = {
    name = "a"
  }
  inputs {
    denied-types = ["*_iam_user", "aws_iam_access_key"]
  }
}

resource "aws_iam_user" "by_pattern" {
  expect_failure = true
  attrs = {
    name = "a"
  }
  inputs {
    denied-types = ["*_iam_user", "aws_iam_access_key"]
  }
}

resource "aws_iam_access_key" "by_name" {
  expect_failure = true
  attrs = {
    user = "a"
  }
  inputs {
    denied-types = ["*_iam_user", "aws_iam_access_key"]
  }
}
