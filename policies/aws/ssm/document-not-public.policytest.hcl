policytest {
  targets = ["document-not-public.policy.hcl"]
}

resource "aws_ssm_document" "named" {
  attrs = {
    permissions = { type = "Share", account_ids = "123456789012" }
  }
}

resource "aws_ssm_document" "everybody" {
  expect_failure = true
  attrs = {
    permissions = { type = "Share", account_ids = "All" }
  }
}

resource "aws_ssm_document" "among_others" {
  expect_failure = true
  attrs = {
    permissions = { type = "Share", account_ids = "123456789012, all" }
  }
}

resource "aws_ssm_document" "none" {
  attrs = {
    permissions = null
  }
}

resource "aws_ssm_document" "known_after_apply" {
  expect_unknown = true
  unknown        = ["permissions.account_ids"]
  attrs = {
    permissions = { type = "Share" }
  }
}
