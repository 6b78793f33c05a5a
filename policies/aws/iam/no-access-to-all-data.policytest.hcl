policytest {
  targets = ["no-access-to-all-data.policy.hcl"]
}

resource "aws_iam_policy" "objects" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "s3:GetObject", "Resource" : "*" } })
  }
}

resource "aws_iam_policy" "every_bucket" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : ["s3:Get*", "s3:List*"], "Resource" : "arn:aws:s3:::*" }] })
  }
}

resource "aws_iam_policy" "secrets" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "secretsmanager:*", "Resource" : ["*"] } })
  }
}

resource "aws_iam_policy" "any_path" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "ssm:GetParameter", "Resource" : "arn:aws:ssm:*:*:parameter/*" }] })
  }
}

resource "aws_iam_policy" "narrow" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : ["s3:GetObject"], "Resource" : "arn:aws:s3:::a/*" } })
  }
}

resource "aws_iam_policy" "one_path" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "ssm:GetParameter", "Resource" : "arn:aws:ssm:*:*:parameter/app/*" }] })
  }
}

resource "aws_iam_policy" "conditioned" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "secretsmanager:GetSecretValue", "Resource" : "*", "Condition" : { "StringEquals" : { "aws:ResourceTag/app" : "a" } } } })
  }
}

resource "aws_iam_policy" "lists" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : ["s3:ListAllMyBuckets", "secretsmanager:ListSecrets"], "Resource" : "*" }] })
  }
}

resource "aws_iam_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["policy"]
  attrs = {
    name = "a"
  }
}

resource "aws_iam_role_policy" "objects" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "s3:GetObject", "Resource" : "*" } })
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

resource "aws_iam_user_policy" "objects" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "s3:GetObject", "Resource" : "*" } })
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

resource "aws_iam_group_policy" "objects" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "s3:GetObject", "Resource" : "*" } })
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

resource "aws_ssoadmin_permission_set_inline_policy" "objects" {
  expect_failure = true
  attrs = {
    inline_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "s3:GetObject", "Resource" : "*" } })
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
    inline_policy = [{ name = "a", policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : ["s3:GetObject"], "Resource" : "arn:aws:s3:::a/*" }] }) }, { name = "b", policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "s3:GetObject", "Resource" : "*" }] }) }]
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
