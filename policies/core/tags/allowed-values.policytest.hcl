policytest {
  targets = ["allowed-values.policy.hcl"]
}

resource "aws_s3_bucket" "allowed" {
  attrs = {
    tags = { Environment = "prod", Name = "x" }
  }
  inputs {
    allowed-values = { Environment = ["dev", "prod"] }
  }
}

resource "aws_s3_bucket" "not_there" {
  attrs = {
    tags = { Name = "x" }
  }
  inputs {
    allowed-values = { Environment = ["dev", "prod"] }
  }
}

resource "aws_s3_bucket" "none" {
  attrs = {
    tags = null
  }
  inputs {
    allowed-values = { Environment = ["dev", "prod"] }
  }
}

resource "aws_s3_bucket" "not_checked" {
  attrs = {
    tags = { Environment = "prd" }
  }
}

resource "aws_s3_bucket" "misspelt" {
  expect_failure = true
  attrs = {
    tags = { Environment = "prd" }
  }
  inputs {
    allowed-values = { Environment = ["dev", "prod"] }
  }
}

resource "aws_s3_bucket" "misspelt_default" {
  expect_failure = true
  attrs = {
    tags     = null
    tags_all = { Environment = "prd" }
  }
  inputs {
    allowed-values = { Environment = ["dev", "prod"] }
  }
}

resource "aws_s3_bucket" "known_after_apply" {
  expect_unknown = true
  unknown        = ["tags.Environment"]
  attrs = {
    tags = { Environment = "prod" }
  }
  inputs {
    allowed-values = { Environment = ["dev", "prod"] }
  }
}

resource "google_storage_bucket" "allowed" {
  attrs = {
    labels = { environment = "dev" }
  }
  inputs {
    allowed-values = { Environment = ["dev", "prod"] }
  }
}

resource "google_storage_bucket" "misspelt" {
  expect_failure = true
  attrs = {
    labels = { environment = "Dev" }
  }
  inputs {
    allowed-values = { Environment = ["dev", "prod"] }
  }
}

resource "google_compute_instance" "beside_network_tags" {
  expect_failure = true
  attrs = {
    tags   = ["web"]
    labels = { environment = "x" }
  }
  inputs {
    allowed-values = { Environment = ["dev", "prod"] }
  }
}

resource "datadog_monitor" "list" {
  attrs = {
    tags = ["Environment:x"]
  }
  inputs {
    allowed-values = { Environment = ["dev", "prod"] }
  }
}

resource "azurerm_resource_group" "misspelt" {
  expect_failure = true
  attrs = {
    tags = { Environment = "production" }
  }
  inputs {
    allowed-values = { Environment = ["dev", "prod"] }
  }
}

resource "aws_iam_role_policy" "no_tags" {
  attrs = {
    name = "a"
  }
  inputs {
    allowed-values = { Environment = ["dev", "prod"] }
  }
}
