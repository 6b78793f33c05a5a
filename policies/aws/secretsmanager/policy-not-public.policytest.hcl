policytest {
  targets = ["policy-not-public.policy.hcl"]
}

resource "aws_secretsmanager_secret_policy" "named" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "secretsmanager:GetSecretValue", "Resource" : "*", "Principal" : { "AWS" : "arn:aws:iam::123456789012:root" } }, { "Effect" : "Allow", "Action" : "secretsmanager:GetSecretValue", "Resource" : "*", "Principal" : { "Service" : ["events.amazonaws.com"] } }] })
  }
}

resource "aws_secretsmanager_secret_policy" "everybody" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "secretsmanager:GetSecretValue", "Resource" : "*", "Principal" : "*" }] })
  }
}

resource "aws_secretsmanager_secret_policy" "every_account" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "secretsmanager:GetSecretValue", "Resource" : "*", "Principal" : { "AWS" : ["arn:aws:iam::123456789012:root", "*"] } } })
  }
}

resource "aws_secretsmanager_secret_policy" "all_but_one" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "secretsmanager:GetSecretValue", "Resource" : "*", "NotPrincipal" : { "AWS" : "arn:aws:iam::123456789012:root" } }] })
  }
}

resource "aws_secretsmanager_secret_policy" "denied" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Deny", "Action" : "secretsmanager:GetSecretValue", "Resource" : "*", "Principal" : "*" }] })
  }
}

resource "aws_secretsmanager_secret_policy" "limited_to_organisation" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "secretsmanager:GetSecretValue", "Resource" : "*", "Principal" : "*", "Condition" : { "StringEquals" : { "aws:PrincipalOrgID" : "o-1" } } }] })
  }
}

resource "aws_secretsmanager_secret_policy" "limited_to_source" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "secretsmanager:GetSecretValue", "Resource" : "*", "Principal" : { "AWS" : "*" }, "Condition" : { "ArnLike" : { "AWS:SourceArn" : "arn:aws:s3:::a" } } }] })
  }
}

resource "aws_secretsmanager_secret_policy" "limit_of_anything" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "secretsmanager:GetSecretValue", "Resource" : "*", "Principal" : "*", "Condition" : { "StringLike" : { "aws:PrincipalOrgID" : "*" } } }] })
  }
}

resource "aws_secretsmanager_secret_policy" "limit_if_present" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "secretsmanager:GetSecretValue", "Resource" : "*", "Principal" : "*", "Condition" : { "StringEqualsIfExists" : { "aws:SourceAccount" : "123456789012" } } }] })
  }
}

resource "aws_secretsmanager_secret_policy" "only_excluded" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "secretsmanager:GetSecretValue", "Resource" : "*", "Principal" : "*", "Condition" : { "StringNotEquals" : { "aws:SourceVpc" : "vpc-1" } } }] })
  }
}

resource "aws_secretsmanager_secret_policy" "tls_only" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "secretsmanager:GetSecretValue", "Resource" : "*", "Principal" : "*", "Condition" : { "Bool" : { "aws:SecureTransport" : "true" } } }] })
  }
}

resource "aws_secretsmanager_secret_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["policy"]
  attrs = {
    description = "a"
  }
}

resource "aws_secretsmanager_secret_policy" "none" {
  attrs = {
    policy = null
  }
}

resource "aws_secretsmanager_secret" "named" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "secretsmanager:GetSecretValue", "Resource" : "*", "Principal" : { "AWS" : "arn:aws:iam::123456789012:root" } }, { "Effect" : "Allow", "Action" : "secretsmanager:GetSecretValue", "Resource" : "*", "Principal" : { "Service" : ["events.amazonaws.com"] } }] })
  }
}

resource "aws_secretsmanager_secret" "everybody" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "secretsmanager:GetSecretValue", "Resource" : "*", "Principal" : "*" }] })
  }
}

resource "aws_secretsmanager_secret" "every_account" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "secretsmanager:GetSecretValue", "Resource" : "*", "Principal" : { "AWS" : ["arn:aws:iam::123456789012:root", "*"] } } })
  }
}

resource "aws_secretsmanager_secret" "all_but_one" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "secretsmanager:GetSecretValue", "Resource" : "*", "NotPrincipal" : { "AWS" : "arn:aws:iam::123456789012:root" } }] })
  }
}

resource "aws_secretsmanager_secret" "denied" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Deny", "Action" : "secretsmanager:GetSecretValue", "Resource" : "*", "Principal" : "*" }] })
  }
}

resource "aws_secretsmanager_secret" "limited_to_organisation" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "secretsmanager:GetSecretValue", "Resource" : "*", "Principal" : "*", "Condition" : { "StringEquals" : { "aws:PrincipalOrgID" : "o-1" } } }] })
  }
}

resource "aws_secretsmanager_secret" "limited_to_source" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "secretsmanager:GetSecretValue", "Resource" : "*", "Principal" : { "AWS" : "*" }, "Condition" : { "ArnLike" : { "AWS:SourceArn" : "arn:aws:s3:::a" } } }] })
  }
}

resource "aws_secretsmanager_secret" "limit_of_anything" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "secretsmanager:GetSecretValue", "Resource" : "*", "Principal" : "*", "Condition" : { "StringLike" : { "aws:PrincipalOrgID" : "*" } } }] })
  }
}

resource "aws_secretsmanager_secret" "limit_if_present" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "secretsmanager:GetSecretValue", "Resource" : "*", "Principal" : "*", "Condition" : { "StringEqualsIfExists" : { "aws:SourceAccount" : "123456789012" } } }] })
  }
}

resource "aws_secretsmanager_secret" "only_excluded" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "secretsmanager:GetSecretValue", "Resource" : "*", "Principal" : "*", "Condition" : { "StringNotEquals" : { "aws:SourceVpc" : "vpc-1" } } }] })
  }
}

resource "aws_secretsmanager_secret" "tls_only" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "secretsmanager:GetSecretValue", "Resource" : "*", "Principal" : "*", "Condition" : { "Bool" : { "aws:SecureTransport" : "true" } } }] })
  }
}

resource "aws_secretsmanager_secret" "not_written" {
  unknown = ["policy"]
  attrs = {
    description = "a"
  }
}

resource "aws_secretsmanager_secret" "none" {
  attrs = {
    policy = null
  }
}
