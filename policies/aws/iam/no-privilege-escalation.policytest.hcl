policytest {
  targets = ["no-privilege-escalation.policy.hcl"]
}

resource "aws_iam_policy" "attaches" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "iam:AttachRolePolicy", "Resource" : "*" } })
  }
}

resource "aws_iam_policy" "whole_service" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "iam:*", "Resource" : "arn:aws:iam::123456789012:*" }] })
  }
}

resource "aws_iam_policy" "passes_to_function" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "iam:PassRole", "Resource" : "arn:aws:iam::*:role/*" }, { "Effect" : "Allow", "Action" : ["lambda:CreateFunction", "lambda:InvokeFunction"], "Resource" : "arn:aws:lambda:eu-west-1:123456789012:function:a" }] })
  }
}

resource "aws_iam_policy" "by_prefix" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "iam:Put*", "Resource" : "*" }] })
  }
}

resource "aws_iam_policy" "other_case" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "IAM:attachuserpolicy", "Resource" : "*" } })
  }
}

resource "aws_iam_policy" "narrow" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : ["s3:GetObject"], "Resource" : "arn:aws:s3:::a/*" } })
  }
}

resource "aws_iam_policy" "one_role" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "iam:PassRole", "Resource" : "arn:aws:iam::123456789012:role/a" }, { "Effect" : "Allow", "Action" : "lambda:CreateFunction", "Resource" : "*" }] })
  }
}

resource "aws_iam_policy" "only_passes" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "iam:PassRole", "Resource" : "*" } })
  }
}

resource "aws_iam_policy" "conditioned" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "iam:AttachRolePolicy", "Resource" : "*", "Condition" : { "StringEquals" : { "iam:PermissionsBoundary" : "arn:aws:iam::123456789012:policy/b" } } }] })
  }
}

resource "aws_iam_policy" "reads" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : ["iam:Get*", "iam:List*"], "Resource" : "*" } })
  }
}

resource "aws_iam_policy" "denied" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Deny", "Action" : "iam:*", "Resource" : "*" }] })
  }
}

resource "aws_iam_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["policy"]
  attrs = {
    name = "a"
  }
}

resource "aws_iam_role_policy" "attaches" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "iam:AttachRolePolicy", "Resource" : "*" } })
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

resource "aws_iam_user_policy" "attaches" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "iam:AttachRolePolicy", "Resource" : "*" } })
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

resource "aws_iam_group_policy" "attaches" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "iam:AttachRolePolicy", "Resource" : "*" } })
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

resource "aws_ssoadmin_permission_set_inline_policy" "attaches" {
  expect_failure = true
  attrs = {
    inline_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "iam:AttachRolePolicy", "Resource" : "*" } })
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
    inline_policy = [{ name = "a", policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : ["s3:GetObject"], "Resource" : "arn:aws:s3:::a/*" }] }) }, { name = "b", policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "iam:AttachRolePolicy", "Resource" : "*" }] }) }]
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
