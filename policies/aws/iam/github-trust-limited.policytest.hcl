policytest {
  targets = ["github-trust-limited.policy.hcl"]
}

resource "aws_iam_role" "repository" {
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sts:AssumeRoleWithWebIdentity", "Principal" : { "Federated" : "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }, "Condition" : { "StringEquals" : { "token.actions.githubusercontent.com:aud" : "sts.amazonaws.com", "token.actions.githubusercontent.com:sub" : "repo:org/app:ref:refs/heads/main" } } }] })
  }
}

resource "aws_iam_role" "own_organisation" {
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sts:AssumeRoleWithWebIdentity", "Principal" : { "Federated" : "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }, "Condition" : { "StringLike" : { "token.actions.githubusercontent.com:sub" : ["repo:org/*"] } } }] })
  }
}

resource "aws_iam_role" "audience_only" {
  expect_failure = true
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sts:AssumeRoleWithWebIdentity", "Principal" : { "Federated" : "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }, "Condition" : { "StringEquals" : { "token.actions.githubusercontent.com:aud" : "sts.amazonaws.com" } } }] })
  }
}

resource "aws_iam_role" "no_condition" {
  expect_failure = true
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sts:AssumeRoleWithWebIdentity", "Principal" : { "Federated" : "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" } }] })
  }
}

resource "aws_iam_role" "any_repository" {
  expect_failure = true
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sts:AssumeRoleWithWebIdentity", "Principal" : { "Federated" : "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }, "Condition" : { "StringLike" : { "token.actions.githubusercontent.com:sub" : "repo:*" } } }] })
  }
}

resource "aws_iam_role" "anything" {
  expect_failure = true
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sts:AssumeRoleWithWebIdentity", "Principal" : { "Federated" : "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }, "Condition" : { "StringLike" : { "token.actions.githubusercontent.com:sub" : ["repo:org/app:*", "*"] } } }] })
  }
}

resource "aws_iam_role" "part_of_a_name" {
  expect_failure = true
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sts:AssumeRoleWithWebIdentity", "Principal" : { "Federated" : "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }, "Condition" : { "StringLike" : { "token.actions.githubusercontent.com:sub" : "repo:org*" } } }] })
  }
}

resource "aws_iam_role" "if_present" {
  expect_failure = true
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sts:AssumeRoleWithWebIdentity", "Principal" : { "Federated" : "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }, "Condition" : { "StringEqualsIfExists" : { "token.actions.githubusercontent.com:sub" : "repo:org/app:*" } } }] })
  }
}

resource "aws_iam_role" "another_provider" {
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sts:AssumeRole", "Principal" : { "Federated" : "arn:aws:iam::123456789012:oidc-provider/gitlab.com" } }] })
  }
}

resource "aws_iam_role" "service" {
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sts:AssumeRole", "Principal" : { "Service" : "lambda.amazonaws.com" } }] })
  }
}

resource "aws_iam_role" "second_statement" {
  expect_failure = true
  attrs = {
    assume_role_policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sts:AssumeRole", "Principal" : { "Service" : "lambda.amazonaws.com" } }, { "Effect" : "Allow", "Action" : "sts:AssumeRoleWithWebIdentity", "Principal" : { "Federated" : "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" } }] })
  }
}

resource "aws_iam_role" "known_after_apply" {
  expect_unknown = true
  unknown        = ["assume_role_policy"]
  attrs = {
    name = "a"
  }
}
