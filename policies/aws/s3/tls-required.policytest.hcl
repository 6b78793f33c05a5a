policytest {
  targets = ["tls-required.policy.hcl"]
}

resource "aws_s3_bucket" "denies" {
  attrs = {
    id     = "denies"
    bucket = "denies"
    policy = null
  }
}

resource "aws_s3_bucket_policy" "denies" {
  skip = true
  attrs = {
    bucket = aws_s3_bucket.denies.id
    policy = core::jsonencode({ "Version" = "2012-10-17", "Statement" = [{ "Effect" = "Deny", "Action" = "s3:*", "Resource" = "arn:aws:s3:::a/*", "Principal" = "*", "Condition" = { "Bool" = { "aws:SecureTransport" = "false" } } }] })
  }
}

resource "aws_s3_bucket" "denies_in_lists" {
  attrs = {
    id     = "denies_in_lists"
    bucket = "denies_in_lists"
    policy = null
  }
}

resource "aws_s3_bucket_policy" "denies_in_lists" {
  skip = true
  attrs = {
    bucket = aws_s3_bucket.denies_in_lists.bucket
    policy = core::jsonencode({ "Version" = "2012-10-17", "Statement" = [{ "Effect" = "Allow", "Action" = "s3:GetObject", "Resource" = "arn:aws:s3:::a/*", "Principal" = { "AWS" = "arn:aws:iam::123456789012:root" } }, { "Effect" = "Deny", "Action" = ["s3:*"], "Resource" = "arn:aws:s3:::a/*", "Principal" = { "AWS" = ["*"] }, "Condition" = { "Bool" = { "aws:SecureTransport" = ["false"] } } }] })
  }
}

resource "aws_s3_bucket" "single_statement" {
  attrs = {
    id     = "single_statement"
    bucket = "single_statement"
    policy = null
  }
}

resource "aws_s3_bucket_policy" "single_statement" {
  skip = true
  attrs = {
    bucket = aws_s3_bucket.single_statement.id
    policy = core::jsonencode({ "Version" = "2012-10-17", "Statement" = { "Effect" = "Deny", "Action" = "s3:*", "Resource" = "arn:aws:s3:::a/*", "Principal" = "*", "Condition" = { "Bool" = { "aws:SecureTransport" = "false" } } } })
  }
}

resource "aws_s3_bucket" "denies_reading_only" {
  expect_failure = true
  attrs = {
    id     = "denies_reading_only"
    bucket = "denies_reading_only"
    policy = null
  }
}

resource "aws_s3_bucket_policy" "denies_reading_only" {
  skip = true
  attrs = {
    bucket = aws_s3_bucket.denies_reading_only.id
    policy = core::jsonencode({ "Version" = "2012-10-17", "Statement" = [{ "Effect" = "Deny", "Action" = "s3:GetObject", "Resource" = "arn:aws:s3:::a/*", "Principal" = "*", "Condition" = { "Bool" = { "aws:SecureTransport" = "false" } } }] })
  }
}

resource "aws_s3_bucket" "allows_over_tls" {
  expect_failure = true
  attrs = {
    id     = "allows_over_tls"
    bucket = "allows_over_tls"
    policy = null
  }
}

resource "aws_s3_bucket_policy" "allows_over_tls" {
  skip = true
  attrs = {
    bucket = aws_s3_bucket.allows_over_tls.id
    policy = core::jsonencode({ "Version" = "2012-10-17", "Statement" = [{ "Effect" = "Allow", "Action" = "s3:GetObject", "Resource" = "arn:aws:s3:::a/*", "Principal" = "*", "Condition" = { "Bool" = { "aws:SecureTransport" = "true" } } }] })
  }
}

resource "aws_s3_bucket" "wrong_way_round" {
  expect_failure = true
  attrs = {
    id     = "wrong_way_round"
    bucket = "wrong_way_round"
    policy = null
  }
}

resource "aws_s3_bucket_policy" "wrong_way_round" {
  skip = true
  attrs = {
    bucket = aws_s3_bucket.wrong_way_round.id
    policy = core::jsonencode({ "Version" = "2012-10-17", "Statement" = [{ "Effect" = "Deny", "Action" = "s3:*", "Resource" = "arn:aws:s3:::a/*", "Principal" = "*", "Condition" = { "Bool" = { "aws:SecureTransport" = "true" } } }] })
  }
}

resource "aws_s3_bucket" "one_role_only" {
  expect_failure = true
  attrs = {
    id     = "one_role_only"
    bucket = "one_role_only"
    policy = null
  }
}

resource "aws_s3_bucket_policy" "one_role_only" {
  skip = true
  attrs = {
    bucket = aws_s3_bucket.one_role_only.id
    policy = core::jsonencode({ "Version" = "2012-10-17", "Statement" = [{ "Effect" = "Deny", "Action" = "s3:*", "Resource" = "arn:aws:s3:::a/*", "Principal" = { "AWS" = "arn:aws:iam::123456789012:role/a" }, "Condition" = { "Bool" = { "aws:SecureTransport" = "false" } } }] })
  }
}

resource "aws_s3_bucket" "without" {
  expect_failure = true
  attrs = {
    id     = "without"
    bucket = "without"
    policy = null
  }
}

resource "aws_s3_bucket" "inline" {
  attrs = {
    id     = "inline"
    bucket = "inline"
    policy = core::jsonencode({ "Version" = "2012-10-17", "Statement" = [{ "Effect" = "Deny", "Action" = "s3:*", "Resource" = "arn:aws:s3:::a/*", "Principal" = "*", "Condition" = { "Bool" = { "aws:SecureTransport" = "false" } } }] })
  }
}

resource "aws_s3_bucket" "inline_known_after_apply" {
  expect_unknown = true
  unknown        = ["policy"]
  attrs = {
    id     = "x1"
    bucket = "x1"
  }
}

resource "aws_s3_bucket" "text_known_after_apply" {
  expect_unknown = true
  attrs = {
    id     = "x2"
    bucket = "x2"
    policy = null
  }
}

resource "aws_s3_bucket_policy" "x2" {
  skip    = true
  unknown = ["policy"]
  attrs = {
    bucket = "x2"
  }
}
