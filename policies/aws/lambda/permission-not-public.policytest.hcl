policytest {
  targets = ["permission-not-public.policy.hcl"]
}

resource "aws_lambda_permission" "service" {
  attrs = {
    principal        = "events.amazonaws.com"
    principal_org_id = null
    source_arn       = null
    source_account   = null
  }
}

resource "aws_lambda_permission" "everybody" {
  expect_failure = true
  attrs = {
    principal        = "*"
    principal_org_id = null
    source_arn       = null
    source_account   = null
  }
}

resource "aws_lambda_permission" "organisation" {
  attrs = {
    principal        = "*"
    principal_org_id = "o-1"
    source_arn       = null
    source_account   = null
  }
}

resource "aws_lambda_permission" "empty" {
  expect_failure = true
  attrs = {
    principal        = "*"
    principal_org_id = ""
    source_arn       = ""
    source_account   = ""
  }
}

resource "aws_lambda_permission" "source_known_after_apply" {
  expect_unknown = true
  unknown        = ["source_arn"]
  attrs = {
    principal        = "*"
    principal_org_id = null
    source_account   = null
  }
}

resource "aws_lambda_permission" "principal_known_after_apply" {
  expect_unknown = true
  unknown        = ["principal"]
  attrs = {
    principal_org_id = null
    source_arn       = null
    source_account   = null
  }
}

resource "aws_lambda_layer_version_permission" "account" {
  attrs = {
    principal = "123456789012"
  }
}

resource "aws_lambda_layer_version_permission" "everybody" {
  expect_failure = true
  attrs = {
    principal       = "*"
    organization_id = null
  }
}

resource "aws_lambda_layer_version_permission" "organisation" {
  attrs = {
    principal       = "*"
    organization_id = "o-1"
  }
}

resource "aws_lambda_layer_version_permission" "known_after_apply" {
  expect_unknown = true
  unknown        = ["principal"]
  attrs = {
    organization_id = null
  }
}
