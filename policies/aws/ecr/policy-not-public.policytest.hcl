policytest {
  targets = ["policy-not-public.policy.hcl"]
}

resource "aws_ecr_repository_policy" "named" {
  attrs = {
    policy     = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "ecr:BatchGetImage", "Resource" : "*", "Principal" : { "AWS" : "arn:aws:iam::123456789012:root" } }, { "Effect" : "Allow", "Action" : "ecr:BatchGetImage", "Resource" : "*", "Principal" : { "Service" : ["events.amazonaws.com"] } }] })
    repository = "a"
  }
}

resource "aws_ecr_repository_policy" "everybody" {
  expect_failure = true
  attrs = {
    policy     = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "ecr:BatchGetImage", "Resource" : "*", "Principal" : "*" }] })
    repository = "a"
  }
}

resource "aws_ecr_repository_policy" "every_account" {
  expect_failure = true
  attrs = {
    policy     = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "ecr:BatchGetImage", "Resource" : "*", "Principal" : { "AWS" : ["arn:aws:iam::123456789012:root", "*"] } } })
    repository = "a"
  }
}

resource "aws_ecr_repository_policy" "all_but_one" {
  expect_failure = true
  attrs = {
    policy     = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "ecr:BatchGetImage", "Resource" : "*", "NotPrincipal" : { "AWS" : "arn:aws:iam::123456789012:root" } }] })
    repository = "a"
  }
}

resource "aws_ecr_repository_policy" "denied" {
  attrs = {
    policy     = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Deny", "Action" : "ecr:BatchGetImage", "Resource" : "*", "Principal" : "*" }] })
    repository = "a"
  }
}

resource "aws_ecr_repository_policy" "limited_to_organisation" {
  attrs = {
    policy     = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "ecr:BatchGetImage", "Resource" : "*", "Principal" : "*", "Condition" : { "StringEquals" : { "aws:PrincipalOrgID" : "o-1" } } }] })
    repository = "a"
  }
}

resource "aws_ecr_repository_policy" "limited_to_source" {
  attrs = {
    policy     = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "ecr:BatchGetImage", "Resource" : "*", "Principal" : { "AWS" : "*" }, "Condition" : { "ArnLike" : { "AWS:SourceArn" : "arn:aws:s3:::a" } } }] })
    repository = "a"
  }
}

resource "aws_ecr_repository_policy" "limit_of_anything" {
  expect_failure = true
  attrs = {
    policy     = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "ecr:BatchGetImage", "Resource" : "*", "Principal" : "*", "Condition" : { "StringLike" : { "aws:PrincipalOrgID" : "*" } } }] })
    repository = "a"
  }
}

resource "aws_ecr_repository_policy" "limit_if_present" {
  expect_failure = true
  attrs = {
    policy     = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "ecr:BatchGetImage", "Resource" : "*", "Principal" : "*", "Condition" : { "StringEqualsIfExists" : { "aws:SourceAccount" : "123456789012" } } }] })
    repository = "a"
  }
}

resource "aws_ecr_repository_policy" "only_excluded" {
  expect_failure = true
  attrs = {
    policy     = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "ecr:BatchGetImage", "Resource" : "*", "Principal" : "*", "Condition" : { "StringNotEquals" : { "aws:SourceVpc" : "vpc-1" } } }] })
    repository = "a"
  }
}

resource "aws_ecr_repository_policy" "tls_only" {
  expect_failure = true
  attrs = {
    policy     = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "ecr:BatchGetImage", "Resource" : "*", "Principal" : "*", "Condition" : { "Bool" : { "aws:SecureTransport" : "true" } } }] })
    repository = "a"
  }
}

resource "aws_ecr_repository_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["policy"]
  attrs = {
    description = "a"
    repository  = "a"
  }
}

resource "aws_ecr_repository_policy" "none" {
  attrs = {
    policy     = null
    repository = "a"
  }
}

resource "aws_ecr_registry_policy" "named" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "ecr:ReplicateImage", "Resource" : "*", "Principal" : { "AWS" : "arn:aws:iam::123456789012:root" } }, { "Effect" : "Allow", "Action" : "ecr:ReplicateImage", "Resource" : "*", "Principal" : { "Service" : ["events.amazonaws.com"] } }] })
  }
}

resource "aws_ecr_registry_policy" "everybody" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "ecr:ReplicateImage", "Resource" : "*", "Principal" : "*" }] })
  }
}

resource "aws_ecr_registry_policy" "every_account" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : { "Effect" : "Allow", "Action" : "ecr:ReplicateImage", "Resource" : "*", "Principal" : { "AWS" : ["arn:aws:iam::123456789012:root", "*"] } } })
  }
}

resource "aws_ecr_registry_policy" "all_but_one" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "ecr:ReplicateImage", "Resource" : "*", "NotPrincipal" : { "AWS" : "arn:aws:iam::123456789012:root" } }] })
  }
}

resource "aws_ecr_registry_policy" "denied" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Deny", "Action" : "ecr:ReplicateImage", "Resource" : "*", "Principal" : "*" }] })
  }
}

resource "aws_ecr_registry_policy" "limited_to_organisation" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "ecr:ReplicateImage", "Resource" : "*", "Principal" : "*", "Condition" : { "StringEquals" : { "aws:PrincipalOrgID" : "o-1" } } }] })
  }
}

resource "aws_ecr_registry_policy" "limited_to_source" {
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "ecr:ReplicateImage", "Resource" : "*", "Principal" : { "AWS" : "*" }, "Condition" : { "ArnLike" : { "AWS:SourceArn" : "arn:aws:s3:::a" } } }] })
  }
}

resource "aws_ecr_registry_policy" "limit_of_anything" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "ecr:ReplicateImage", "Resource" : "*", "Principal" : "*", "Condition" : { "StringLike" : { "aws:PrincipalOrgID" : "*" } } }] })
  }
}

resource "aws_ecr_registry_policy" "limit_if_present" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "ecr:ReplicateImage", "Resource" : "*", "Principal" : "*", "Condition" : { "StringEqualsIfExists" : { "aws:SourceAccount" : "123456789012" } } }] })
  }
}

resource "aws_ecr_registry_policy" "only_excluded" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "ecr:ReplicateImage", "Resource" : "*", "Principal" : "*", "Condition" : { "StringNotEquals" : { "aws:SourceVpc" : "vpc-1" } } }] })
  }
}

resource "aws_ecr_registry_policy" "tls_only" {
  expect_failure = true
  attrs = {
    policy = core::jsonencode({ "Version" : "2012-10-17", "Statement" : [{ "Effect" : "Allow", "Action" : "ecr:ReplicateImage", "Resource" : "*", "Principal" : "*", "Condition" : { "Bool" : { "aws:SecureTransport" : "true" } } }] })
  }
}

resource "aws_ecr_registry_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["policy"]
  attrs = {
    description = "a"
  }
}

resource "aws_ecr_registry_policy" "none" {
  attrs = {
    policy = null
  }
}
