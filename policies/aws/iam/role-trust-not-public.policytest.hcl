policytest {
  targets = ["role-trust-not-public.policy.hcl"]
}

resource "aws_iam_role" "named" {
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sts:AssumeRole", "Resource" : "*", "Principal" : { "AWS" : "arn:aws:iam::123456789012:root" } }, { "Effect" : "Allow", "Action" : "sts:AssumeRole", "Resource" : "*", "Principal" : { "Service" : ["events.amazonaws.com"] } }] })
  }
}

resource "aws_iam_role" "everybody" {
  expect_failure = true
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sts:AssumeRole", "Resource" : "*", "Principal" : "*" }] })
  }
}

resource "aws_iam_role" "every_account" {
  expect_failure = true
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "sts:AssumeRole", "Resource" : "*", "Principal" : { "AWS" : ["arn:aws:iam::123456789012:root", "*"] } } })
  }
}

resource "aws_iam_role" "all_but_one" {
  expect_failure = true
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sts:AssumeRole", "Resource" : "*", "NotPrincipal" : { "AWS" : "arn:aws:iam::123456789012:root" } }] })
  }
}

resource "aws_iam_role" "denied" {
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Deny", "Action" : "sts:AssumeRole", "Resource" : "*", "Principal" : "*" }] })
  }
}

resource "aws_iam_role" "limited_to_organisation" {
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sts:AssumeRole", "Resource" : "*", "Principal" : "*", "Condition" : { "StringEquals" : { "aws:PrincipalOrgID" : "o-1" } } }] })
  }
}

resource "aws_iam_role" "limited_to_source" {
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sts:AssumeRole", "Resource" : "*", "Principal" : { "AWS" : "*" }, "Condition" : { "ArnLike" : { "AWS:SourceArn" : "arn:aws:s3:::a" } } }] })
  }
}

resource "aws_iam_role" "limit_of_anything" {
  expect_failure = true
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sts:AssumeRole", "Resource" : "*", "Principal" : "*", "Condition" : { "StringLike" : { "aws:PrincipalOrgID" : "*" } } }] })
  }
}

resource "aws_iam_role" "limit_if_present" {
  expect_failure = true
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sts:AssumeRole", "Resource" : "*", "Principal" : "*", "Condition" : { "StringEqualsIfExists" : { "aws:SourceAccount" : "123456789012" } } }] })
  }
}

resource "aws_iam_role" "only_excluded" {
  expect_failure = true
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sts:AssumeRole", "Resource" : "*", "Principal" : "*", "Condition" : { "StringNotEquals" : { "aws:SourceVpc" : "vpc-1" } } }] })
  }
}

resource "aws_iam_role" "tls_only" {
  expect_failure = true
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sts:AssumeRole", "Resource" : "*", "Principal" : "*", "Condition" : { "Bool" : { "aws:SecureTransport" : "true" } } }] })
  }
}

resource "aws_iam_role" "known_after_apply" {
  expect_unknown = true
  unknown        = ["assume_role_policy"]
  attrs = {
    description = "a"
  }
}

resource "aws_iam_role" "none" {
  attrs = {
    assume_role_policy = null
  }
}
