policytest {
  targets = ["no-destruction-of-everything.policy.hcl"]
}

resource "aws_iam_policy" "instances" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "ec2:TerminateInstances", "Resource" : "*" } })
  }
}

resource "aws_iam_policy" "by_prefix" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : ["rds:Delete*"], "Resource" : "*" }] })
  }
}

resource "aws_iam_policy" "whole_service" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "dynamodb:*", "Resource" : "*" } })
  }
}

resource "aws_iam_policy" "narrow" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : ["s3:GetObject"], "Resource" : "arn:aws:s3:::a/*" } })
  }
}

resource "aws_iam_policy" "one_table" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "dynamodb:*", "Resource" : "arn:aws:dynamodb:eu-west-1:123456789012:table/a" }] })
  }
}

resource "aws_iam_policy" "tagged" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "ec2:TerminateInstances", "Resource" : "*", "Condition" : { "StringEquals" : { "aws:ResourceTag/team" : "a" } } } })
  }
}

resource "aws_iam_policy" "reads" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : ["ec2:Describe*"], "Resource" : "*" }] })
  }
}

resource "aws_iam_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["policy"]
  attrs = {
    name = "a"
  }
}

resource "aws_iam_role_policy" "instances" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "ec2:TerminateInstances", "Resource" : "*" } })
  }
}

resource "aws_iam_role_policy" "narrow" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : ["s3:GetObject"], "Resource" : "arn:aws:s3:::a/*" } })
  }
}

resource "aws_iam_role_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["policy"]
  attrs = {
    name = "a"
  }
}

resource "aws_iam_user_policy" "instances" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "ec2:TerminateInstances", "Resource" : "*" } })
  }
}

resource "aws_iam_user_policy" "narrow" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : ["s3:GetObject"], "Resource" : "arn:aws:s3:::a/*" } })
  }
}

resource "aws_iam_user_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["policy"]
  attrs = {
    name = "a"
  }
}

resource "aws_iam_group_policy" "instances" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "ec2:TerminateInstances", "Resource" : "*" } })
  }
}

resource "aws_iam_group_policy" "narrow" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : ["s3:GetObject"], "Resource" : "arn:aws:s3:::a/*" } })
  }
}

resource "aws_iam_group_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["policy"]
  attrs = {
    name = "a"
  }
}

resource "aws_ssoadmin_permission_set_inline_policy" "instances" {
  expect_failure = true
  attrs = {
    inline_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "ec2:TerminateInstances", "Resource" : "*" } })
  }
}

resource "aws_ssoadmin_permission_set_inline_policy" "narrow" {
  attrs = {
    inline_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : ["s3:GetObject"], "Resource" : "arn:aws:s3:::a/*" } })
  }
}

resource "aws_ssoadmin_permission_set_inline_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["inline_policy"]
  attrs = {
    name = "a"
  }
}

resource "aws_iam_role" "inline_wrong" {
  expect_failure = true
  attrs = {
    inline_policy = [{ name = "a", policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : ["s3:GetObject"], "Resource" : "arn:aws:s3:::a/*" }] }) }, { name = "b", policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "ec2:TerminateInstances", "Resource" : "*" }] }) }]
  }
}

resource "aws_iam_role" "inline_right" {
  attrs = {
    inline_policy = [{ name = "a", policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : ["s3:GetObject"], "Resource" : "arn:aws:s3:::a/*" }] }) }, { name = "b", policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : ["s3:GetObject"], "Resource" : "arn:aws:s3:::a/*" }] }) }]
  }
}

resource "aws_iam_role" "inline_not_written" {
  unknown = ["inline_policy"]
  attrs = {
    name = "a"
  }
}

resource "aws_iam_role" "inline_none" {
  attrs = {
    inline_policy = []
  }
}

resource "aws_iam_role" "inline_known_after_apply" {
  expect_unknown = true
  unknown        = ["inline_policy.0.policy"]
  attrs = {
    inline_policy = [{ name = "a" }]
  }
}
