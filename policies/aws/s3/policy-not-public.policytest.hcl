policytest {
  targets = ["policy-not-public.policy.hcl"]
}

resource "aws_s3_bucket_policy" "named" {
  attrs = {
    policy = core::jsonencode({ "Version" = "2012-10-17", "Statement" = [{ "Effect" = "Allow", "Action" = "s3:GetObject", "Resource" = "arn:aws:s3:::a/*", "Principal" = { "AWS" = "arn:aws:iam::123456789012:root" } }, { "Effect" = "Allow", "Action" = "s3:GetObject", "Resource" = "arn:aws:s3:::a/*", "Principal" = { "Service" = ["cloudfront.amazonaws.com"] } }] })
  }
}

resource "aws_s3_bucket_policy" "everybody" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" = "2012-10-17", "Statement" = [{ "Effect" = "Allow", "Action" = "s3:GetObject", "Resource" = "arn:aws:s3:::a/*", "Principal" = "*" }] })
  }
}

resource "aws_s3_bucket_policy" "every_account" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" = "2012-10-17", "Statement" = { "Effect" = "Allow", "Action" = "s3:GetObject", "Resource" = "arn:aws:s3:::a/*", "Principal" = { "AWS" = ["*"] } } })
  }
}

resource "aws_s3_bucket_policy" "all_but_one" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" = "2012-10-17", "Statement" = [{ "Effect" = "Allow", "Action" = "s3:GetObject", "Resource" = "arn:aws:s3:::a/*", "NotPrincipal" = { "AWS" = "arn:aws:iam::123456789012:root" } }] })
  }
}

resource "aws_s3_bucket_policy" "denied" {
  attrs = {
    policy = core::jsonencode({ "Version" = "2012-10-17", "Statement" = [{ "Effect" = "Deny", "Action" = "s3:GetObject", "Resource" = "arn:aws:s3:::a/*", "Principal" = "*" }] })
  }
}

resource "aws_s3_bucket_policy" "own_organisation" {
  attrs = {
    policy = core::jsonencode({ "Version" = "2012-10-17", "Statement" = [{ "Effect" = "Allow", "Action" = "s3:GetObject", "Resource" = "arn:aws:s3:::a/*", "Principal" = "*", "Condition" = { "StringEquals" = { "aws:PrincipalOrgID" = "o-1" } } }] })
  }
}

resource "aws_s3_bucket_policy" "everybody_over_tls" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" = "2012-10-17", "Statement" = [{ "Effect" = "Allow", "Action" = "s3:GetObject", "Resource" = "arn:aws:s3:::a/*", "Principal" = "*", "Condition" = { "Bool" = { "aws:SecureTransport" = "true" } } }] })
  }
}

resource "aws_s3_bucket_policy" "all_but_an_address" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" = "2012-10-17", "Statement" = [{ "Effect" = "Allow", "Action" = "s3:GetObject", "Resource" = "arn:aws:s3:::a/*", "Principal" = "*", "Condition" = { "NotIpAddress" = { "aws:SourceIp" = "192.0.2.0/24" } } }] })
  }
}

resource "aws_s3_bucket_policy" "none" {
  attrs = {
    policy = ""
  }
}

resource "aws_s3_bucket" "named" {
  attrs = {
    policy = core::jsonencode({ "Version" = "2012-10-17", "Statement" = [{ "Effect" = "Allow", "Action" = "s3:GetObject", "Resource" = "arn:aws:s3:::a/*", "Principal" = { "AWS" = "arn:aws:iam::123456789012:root" } }, { "Effect" = "Allow", "Action" = "s3:GetObject", "Resource" = "arn:aws:s3:::a/*", "Principal" = { "Service" = ["cloudfront.amazonaws.com"] } }] })
  }
}

resource "aws_s3_bucket" "everybody" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" = "2012-10-17", "Statement" = [{ "Effect" = "Allow", "Action" = "s3:GetObject", "Resource" = "arn:aws:s3:::a/*", "Principal" = "*" }] })
  }
}

resource "aws_s3_bucket" "every_account" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" = "2012-10-17", "Statement" = { "Effect" = "Allow", "Action" = "s3:GetObject", "Resource" = "arn:aws:s3:::a/*", "Principal" = { "AWS" = ["*"] } } })
  }
}

resource "aws_s3_bucket" "all_but_one" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" = "2012-10-17", "Statement" = [{ "Effect" = "Allow", "Action" = "s3:GetObject", "Resource" = "arn:aws:s3:::a/*", "NotPrincipal" = { "AWS" = "arn:aws:iam::123456789012:root" } }] })
  }
}

resource "aws_s3_bucket" "denied" {
  attrs = {
    policy = core::jsonencode({ "Version" = "2012-10-17", "Statement" = [{ "Effect" = "Deny", "Action" = "s3:GetObject", "Resource" = "arn:aws:s3:::a/*", "Principal" = "*" }] })
  }
}

resource "aws_s3_bucket" "own_organisation" {
  attrs = {
    policy = core::jsonencode({ "Version" = "2012-10-17", "Statement" = [{ "Effect" = "Allow", "Action" = "s3:GetObject", "Resource" = "arn:aws:s3:::a/*", "Principal" = "*", "Condition" = { "StringEquals" = { "aws:PrincipalOrgID" = "o-1" } } }] })
  }
}

resource "aws_s3_bucket" "everybody_over_tls" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" = "2012-10-17", "Statement" = [{ "Effect" = "Allow", "Action" = "s3:GetObject", "Resource" = "arn:aws:s3:::a/*", "Principal" = "*", "Condition" = { "Bool" = { "aws:SecureTransport" = "true" } } }] })
  }
}

resource "aws_s3_bucket" "all_but_an_address" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" = "2012-10-17", "Statement" = [{ "Effect" = "Allow", "Action" = "s3:GetObject", "Resource" = "arn:aws:s3:::a/*", "Principal" = "*", "Condition" = { "NotIpAddress" = { "aws:SourceIp" = "192.0.2.0/24" } } }] })
  }
}

resource "aws_s3_bucket" "none" {
  attrs = {
    policy = null
  }
}

resource "aws_s3_bucket_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["policy"]
  attrs = {
    bucket = "a"
  }
}

resource "aws_s3_bucket" "inline_not_written" {
  unknown = ["policy"]
  attrs = {
    tags = null
  }
}
