policytest {
  targets = ["account-trust-conditioned.policy.hcl"]
}

resource "aws_iam_role" "account" {
  expect_failure = true
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sts:AssumeRole", "Principal" : { "AWS" : "arn:aws:iam::123456789012:root" } }] })
  }
}

resource "aws_iam_role" "number" {
  expect_failure = true
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sts:AssumeRole", "Principal" : { "AWS" : ["123456789012"] } }] })
  }
}

resource "aws_iam_role" "role" {
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sts:AssumeRole", "Principal" : { "AWS" : "arn:aws:iam::123456789012:role/a" } }] })
  }
}

resource "aws_iam_role" "external_id" {
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sts:AssumeRole", "Principal" : { "AWS" : "arn:aws:iam::123456789012:root" }, "Condition" : { "StringEquals" : { "sts:ExternalId" : "x" } } }] })
  }
}

resource "aws_iam_role" "service" {
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sts:AssumeRole", "Principal" : { "Service" : "lambda.amazonaws.com" } }] })
  }
}

resource "aws_iam_role" "denied" {
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Deny", "Action" : "sts:AssumeRole", "Principal" : { "AWS" : "123456789012" } }] })
  }
}

resource "aws_iam_role" "known_after_apply" {
  expect_unknown = true
  unknown        = ["assume_role_policy"]
  attrs = {
    name = "a"
  }
}
