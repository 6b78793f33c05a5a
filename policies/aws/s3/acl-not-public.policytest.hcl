policytest {
  targets = ["acl-not-public.policy.hcl"]
}

resource "aws_s3_bucket" "private_acl" {
  attrs = {
    acl   = "private"
    grant = []
  }
}

resource "aws_s3_bucket" "log_delivery_write_acl" {
  attrs = {
    acl   = "log-delivery-write"
    grant = []
  }
}

resource "aws_s3_bucket" "null_acl" {
  attrs = {
    acl   = null
    grant = []
  }
}

resource "aws_s3_bucket" "public_read_acl" {
  expect_failure = true
  attrs = {
    acl   = "public-read"
    grant = []
  }
}

resource "aws_s3_bucket" "public_read_write_acl" {
  expect_failure = true
  attrs = {
    acl   = "public-read-write"
    grant = []
  }
}

resource "aws_s3_bucket" "authenticated_read_acl" {
  expect_failure = true
  attrs = {
    acl   = "authenticated-read"
    grant = []
  }
}

resource "aws_s3_bucket_acl" "private_acl" {
  attrs = {
    acl                   = "private"
    access_control_policy = []
  }
}

resource "aws_s3_bucket_acl" "log_delivery_write_acl" {
  attrs = {
    acl                   = "log-delivery-write"
    access_control_policy = []
  }
}

resource "aws_s3_bucket_acl" "null_acl" {
  attrs = {
    acl                   = null
    access_control_policy = []
  }
}

resource "aws_s3_bucket_acl" "public_read_acl" {
  expect_failure = true
  attrs = {
    acl                   = "public-read"
    access_control_policy = []
  }
}

resource "aws_s3_bucket_acl" "public_read_write_acl" {
  expect_failure = true
  attrs = {
    acl                   = "public-read-write"
    access_control_policy = []
  }
}

resource "aws_s3_bucket_acl" "authenticated_read_acl" {
  expect_failure = true
  attrs = {
    acl                   = "authenticated-read"
    access_control_policy = []
  }
}

resource "aws_s3_bucket_acl" "known_after_apply" {
  expect_unknown = true
  unknown        = ["acl"]
  attrs = {
    access_control_policy = []
  }
}

resource "aws_s3_bucket" "inline_not_written" {
  unknown = ["acl", "grant"]
  attrs = {
    tags = null
  }
}

resource "aws_s3_bucket" "grant_to_logs" {
  attrs = {
    acl   = null
    grant = [{ type = "Group", permissions = ["READ"], uri = "http://acs.amazonaws.com/groups/s3/LogDelivery" }]
  }
}

resource "aws_s3_bucket" "grant_to_all" {
  expect_failure = true
  attrs = {
    acl   = null
    grant = [{ type = "Group", permissions = ["READ"], uri = "http://acs.amazonaws.com/groups/global/AllUsers" }]
  }
}

resource "aws_s3_bucket" "grant_uri_known_after_apply" {
  expect_unknown = true
  unknown        = ["grant.0.uri"]
  attrs = {
    acl   = null
    grant = [{ type = "Group", permissions = ["READ"], uri = "x" }]
  }
}

resource "aws_s3_bucket_acl" "grant_to_logs" {
  attrs = {
    acl                   = null
    access_control_policy = [{ grant = [{ permission = "READ", grantee = [{ type = "Group", uri = "http://acs.amazonaws.com/groups/s3/LogDelivery" }] }] }]
  }
}

resource "aws_s3_bucket_acl" "grant_to_all" {
  expect_failure = true
  attrs = {
    acl                   = null
    access_control_policy = [{ grant = [{ permission = "READ", grantee = [{ type = "Group", uri = "http://acs.amazonaws.com/groups/global/AllUsers" }] }] }]
  }
}

resource "aws_s3_bucket_acl" "grant_to_all_accounts" {
  expect_failure = true
  attrs = {
    acl                   = null
    access_control_policy = [{ grant = [{ permission = "READ", grantee = [{ type = "Group", uri = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers" }] }] }]
  }
}
