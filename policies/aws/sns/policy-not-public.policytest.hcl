policytest {
  targets = ["policy-not-public.policy.hcl"]
}

resource "aws_sns_topic_policy" "named" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sns:Publish", "Resource" : "*", "Principal" : { "AWS" : "arn:aws:iam::123456789012:root" } }, { "Effect" : "Allow", "Action" : "sns:Publish", "Resource" : "*", "Principal" : { "Service" : ["events.amazonaws.com"] } }] })
  }
}

resource "aws_sns_topic_policy" "everybody" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sns:Publish", "Resource" : "*", "Principal" : "*" }] })
  }
}

resource "aws_sns_topic_policy" "every_account" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "sns:Publish", "Resource" : "*", "Principal" : { "AWS" : ["arn:aws:iam::123456789012:root", "*"] } } })
  }
}

resource "aws_sns_topic_policy" "all_but_one" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sns:Publish", "Resource" : "*", "NotPrincipal" : { "AWS" : "arn:aws:iam::123456789012:root" } }] })
  }
}

resource "aws_sns_topic_policy" "denied" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Deny", "Action" : "sns:Publish", "Resource" : "*", "Principal" : "*" }] })
  }
}

resource "aws_sns_topic_policy" "limited_to_organisation" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sns:Publish", "Resource" : "*", "Principal" : "*", "Condition" : { "StringEquals" : { "aws:PrincipalOrgID" : "o-1" } } }] })
  }
}

resource "aws_sns_topic_policy" "limited_to_source" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sns:Publish", "Resource" : "*", "Principal" : { "AWS" : "*" }, "Condition" : { "ArnLike" : { "AWS:SourceArn" : "arn:aws:s3:::a" } } }] })
  }
}

resource "aws_sns_topic_policy" "limit_of_anything" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sns:Publish", "Resource" : "*", "Principal" : "*", "Condition" : { "StringLike" : { "aws:PrincipalOrgID" : "*" } } }] })
  }
}

resource "aws_sns_topic_policy" "limit_if_present" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sns:Publish", "Resource" : "*", "Principal" : "*", "Condition" : { "StringEqualsIfExists" : { "aws:SourceAccount" : "123456789012" } } }] })
  }
}

resource "aws_sns_topic_policy" "only_excluded" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sns:Publish", "Resource" : "*", "Principal" : "*", "Condition" : { "StringNotEquals" : { "aws:SourceVpc" : "vpc-1" } } }] })
  }
}

resource "aws_sns_topic_policy" "tls_only" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sns:Publish", "Resource" : "*", "Principal" : "*", "Condition" : { "Bool" : { "aws:SecureTransport" : "true" } } }] })
  }
}

resource "aws_sns_topic_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["policy"]
  attrs = {
    description = "a"
  }
}

resource "aws_sns_topic_policy" "none" {
  attrs = {
    policy = null
  }
}

resource "aws_sns_topic" "named" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sns:Publish", "Resource" : "*", "Principal" : { "AWS" : "arn:aws:iam::123456789012:root" } }, { "Effect" : "Allow", "Action" : "sns:Publish", "Resource" : "*", "Principal" : { "Service" : ["events.amazonaws.com"] } }] })
  }
}

resource "aws_sns_topic" "everybody" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sns:Publish", "Resource" : "*", "Principal" : "*" }] })
  }
}

resource "aws_sns_topic" "every_account" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "sns:Publish", "Resource" : "*", "Principal" : { "AWS" : ["arn:aws:iam::123456789012:root", "*"] } } })
  }
}

resource "aws_sns_topic" "all_but_one" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sns:Publish", "Resource" : "*", "NotPrincipal" : { "AWS" : "arn:aws:iam::123456789012:root" } }] })
  }
}

resource "aws_sns_topic" "denied" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Deny", "Action" : "sns:Publish", "Resource" : "*", "Principal" : "*" }] })
  }
}

resource "aws_sns_topic" "limited_to_organisation" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sns:Publish", "Resource" : "*", "Principal" : "*", "Condition" : { "StringEquals" : { "aws:PrincipalOrgID" : "o-1" } } }] })
  }
}

resource "aws_sns_topic" "limited_to_source" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sns:Publish", "Resource" : "*", "Principal" : { "AWS" : "*" }, "Condition" : { "ArnLike" : { "AWS:SourceArn" : "arn:aws:s3:::a" } } }] })
  }
}

resource "aws_sns_topic" "limit_of_anything" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sns:Publish", "Resource" : "*", "Principal" : "*", "Condition" : { "StringLike" : { "aws:PrincipalOrgID" : "*" } } }] })
  }
}

resource "aws_sns_topic" "limit_if_present" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sns:Publish", "Resource" : "*", "Principal" : "*", "Condition" : { "StringEqualsIfExists" : { "aws:SourceAccount" : "123456789012" } } }] })
  }
}

resource "aws_sns_topic" "only_excluded" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sns:Publish", "Resource" : "*", "Principal" : "*", "Condition" : { "StringNotEquals" : { "aws:SourceVpc" : "vpc-1" } } }] })
  }
}

resource "aws_sns_topic" "tls_only" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "sns:Publish", "Resource" : "*", "Principal" : "*", "Condition" : { "Bool" : { "aws:SecureTransport" : "true" } } }] })
  }
}

resource "aws_sns_topic" "not_written" {
  unknown = ["policy"]
  attrs = {
    description = "a"
  }
}

resource "aws_sns_topic" "none" {
  attrs = {
    policy = null
  }
}
