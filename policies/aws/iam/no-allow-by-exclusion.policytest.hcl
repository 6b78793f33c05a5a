policytest {
  targets = ["no-allow-by-exclusion.policy.hcl"]
}

resource "aws_iam_policy" "excluded" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "NotAction" : ["iam:*"], "Resource" : "*" } })
  }
}

resource "aws_iam_policy" "narrow" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : ["s3:GetObject"], "Resource" : "arn:aws:s3:::a/*" } })
  }
}

resource "aws_iam_policy" "denied" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Deny", "NotAction" : ["iam:*"], "Resource" : "*" }] })
  }
}

resource "aws_iam_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["policy"]
  attrs = {
    name = "a"
  }
}

resource "aws_iam_role_policy" "excluded" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "NotAction" : ["iam:*"], "Resource" : "*" } })
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

resource "aws_iam_user_policy" "excluded" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "NotAction" : ["iam:*"], "Resource" : "*" } })
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

resource "aws_iam_group_policy" "excluded" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "NotAction" : ["iam:*"], "Resource" : "*" } })
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

resource "aws_ssoadmin_permission_set_inline_policy" "excluded" {
  expect_failure = true
  attrs = {
    inline_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "NotAction" : ["iam:*"], "Resource" : "*" } })
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
    inline_policy = [{ name = "a", policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : ["s3:GetObject"], "Resource" : "arn:aws:s3:::a/*" }] }) }, { name = "b", policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "NotAction" : ["iam:*"], "Resource" : "*" }] }) }]
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
