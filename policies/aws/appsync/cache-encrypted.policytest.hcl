policytest {
  targets = ["cache-encrypted.policy.hcl"]
}

resource "aws_appsync_api_cache" "both" {
  attrs = {
    at_rest_encryption_enabled = true
    transit_encryption_enabled = true
  }
}

resource "aws_appsync_api_cache" "at_rest_only" {
  expect_failure = true
  attrs = {
    at_rest_encryption_enabled = true
    transit_encryption_enabled = false
  }
}

resource "aws_appsync_api_cache" "transit_only" {
  expect_failure = true
  attrs = {
    at_rest_encryption_enabled = false
    transit_encryption_enabled = true
  }
}

resource "aws_appsync_api_cache" "default" {
  expect_failure = true
  attrs = {
    at_rest_encryption_enabled = null
    transit_encryption_enabled = null
  }
}

resource "aws_appsync_api_cache" "known_after_apply" {
  expect_unknown = true
  unknown        = ["transit_encryption_enabled"]
  attrs = {
    at_rest_encryption_enabled = true
    transit_encryption_enabled = true
  }
}
