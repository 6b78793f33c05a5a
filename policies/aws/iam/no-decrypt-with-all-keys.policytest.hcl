policytest {
  targets = ["no-decrypt-with-all-keys.policy.hcl"]
}

resource "aws_iam_policy" "any_key" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "kms:Decrypt", "Resource" : "*" } })
  }
}

resource "aws_iam_policy" "any_key_of_account" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : ["kms:ReEncrypt*"], "Resource" : "arn:aws:kms:*:123456789012:key/*" }] })
  }
}

resource "aws_iam_policy" "whole_service" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "kms:*", "Resource" : "*" } })
  }
}

resource "aws_iam_policy" "narrow" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : ["s3:GetObject"], "Resource" : "arn:aws:s3:::a/*" } })
  }
}

resource "aws_iam_policy" "one_key" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "kms:Decrypt", "Resource" : "arn:aws:kms:eu-west-1:123456789012:key/1" }] })
  }
}

resource "aws_iam_policy" "through_service" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "kms:Decrypt", "Resource" : "*", "Condition" : { "StringEquals" : { "kms:ViaService" : "s3.eu-west-1.amazonaws.com" } } } })
  }
}

resource "aws_iam_policy" "encrypts" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : ["kms:Encrypt", "kms:GenerateDataKey*"], "Resource" : "*" }] })
  }
}

resource "aws_iam_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["policy"]
  attrs = {
    name = "a"
  }
}

resource "aws_iam_role_policy" "any_key" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "kms:Decrypt", "Resource" : "*" } })
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

resource "aws_iam_user_policy" "any_key" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "kms:Decrypt", "Resource" : "*" } })
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

resource "aws_iam_group_policy" "any_key" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "kms:Decrypt", "Resource" : "*" } })
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

resource "aws_ssoadmin_permission_set_inline_policy" "any_key" {
  expect_failure = true
  attrs = {
    inline_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "kms:Decrypt", "Resource" : "*" } })
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
    inline_policy = [{ name = "a", policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : ["s3:GetObject"], "Resource" : "arn:aws:s3:::a/*" }] }) }, { name = "b", policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "kms:Decrypt", "Resource" : "*" }] }) }]
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
