policytest {
  targets = ["bus-policy-not-public.policy.hcl"]
}

resource "aws_cloudwatch_event_bus_policy" "named" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "events:PutEvents", "Resource" : "*", "Principal" : { "AWS" : "arn:aws:iam::123456789012:root" } }, { "Effect" : "Allow", "Action" : "events:PutEvents", "Resource" : "*", "Principal" : { "Service" : ["events.amazonaws.com"] } }] })
  }
}

resource "aws_cloudwatch_event_bus_policy" "everybody" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "events:PutEvents", "Resource" : "*", "Principal" : "*" }] })
  }
}

resource "aws_cloudwatch_event_bus_policy" "every_account" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "events:PutEvents", "Resource" : "*", "Principal" : { "AWS" : ["arn:aws:iam::123456789012:root", "*"] } } })
  }
}

resource "aws_cloudwatch_event_bus_policy" "all_but_one" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "events:PutEvents", "Resource" : "*", "NotPrincipal" : { "AWS" : "arn:aws:iam::123456789012:root" } }] })
  }
}

resource "aws_cloudwatch_event_bus_policy" "denied" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Deny", "Action" : "events:PutEvents", "Resource" : "*", "Principal" : "*" }] })
  }
}

resource "aws_cloudwatch_event_bus_policy" "limited_to_organisation" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "events:PutEvents", "Resource" : "*", "Principal" : "*", "Condition" : { "StringEquals" : { "aws:PrincipalOrgID" : "o-1" } } }] })
  }
}

resource "aws_cloudwatch_event_bus_policy" "limited_to_source" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "events:PutEvents", "Resource" : "*", "Principal" : { "AWS" : "*" }, "Condition" : { "ArnLike" : { "AWS:SourceArn" : "arn:aws:s3:::a" } } }] })
  }
}

resource "aws_cloudwatch_event_bus_policy" "limit_of_anything" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "events:PutEvents", "Resource" : "*", "Principal" : "*", "Condition" : { "StringLike" : { "aws:PrincipalOrgID" : "*" } } }] })
  }
}

resource "aws_cloudwatch_event_bus_policy" "limit_if_present" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "events:PutEvents", "Resource" : "*", "Principal" : "*", "Condition" : { "StringEqualsIfExists" : { "aws:SourceAccount" : "123456789012" } } }] })
  }
}

resource "aws_cloudwatch_event_bus_policy" "only_excluded" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "events:PutEvents", "Resource" : "*", "Principal" : "*", "Condition" : { "StringNotEquals" : { "aws:SourceVpc" : "vpc-1" } } }] })
  }
}

resource "aws_cloudwatch_event_bus_policy" "tls_only" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "events:PutEvents", "Resource" : "*", "Principal" : "*", "Condition" : { "Bool" : { "aws:SecureTransport" : "true" } } }] })
  }
}

resource "aws_cloudwatch_event_bus_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["policy"]
  attrs = {
    description = "a"
  }
}

resource "aws_cloudwatch_event_bus_policy" "none" {
  attrs = {
    policy = null
  }
}

resource "aws_cloudwatch_event_permission" "account" {
  attrs = {
    principal = "123456789012"
    condition = []
  }
}

resource "aws_cloudwatch_event_permission" "everybody" {
  expect_failure = true
  attrs = {
    principal = "*"
    condition = []
  }
}

resource "aws_cloudwatch_event_permission" "organisation" {
  attrs = {
    principal = "*"
    condition = [{ key = "aws:PrincipalOrgID", type = "StringEquals", value = "o-1" }]
  }
}

resource "aws_cloudwatch_event_permission" "known_after_apply" {
  expect_unknown = true
  unknown        = ["principal"]
  attrs = {
    condition = []
  }
}
