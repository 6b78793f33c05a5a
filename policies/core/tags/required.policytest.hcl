policytest {
  targets = ["required.policy.hcl"]
}

resource "aws_s3_bucket" "both" {
  attrs = {
    tags = { Owner = "a", CostCenter = "1" }
  }
  inputs {
    required-tags = ["Owner", "CostCenter"]
  }
}

resource "aws_s3_bucket" "not_checked" {
  attrs = {
    tags = null
  }
}

resource "aws_s3_bucket" "by_default_tags" {
  attrs = {
    tags     = { Owner = "a" }
    tags_all = { Owner = "a", CostCenter = "1" }
  }
  inputs {
    required-tags = ["Owner", "CostCenter"]
  }
}

resource "aws_s3_bucket" "value_known_after_apply" {
  unknown = ["tags.Owner", "tags_all"]
  attrs = {
    tags = { Owner = "a", CostCenter = "b" }
  }
  inputs {
    required-tags = ["Owner", "CostCenter"]
  }
}

resource "aws_s3_bucket" "one" {
  expect_failure = true
  attrs = {
    tags     = { Owner = "a" }
    tags_all = { Owner = "a" }
  }
  inputs {
    required-tags = ["Owner", "CostCenter"]
  }
}

resource "aws_s3_bucket" "none" {
  expect_failure = true
  attrs = {
    tags = null
  }
  inputs {
    required-tags = ["Owner", "CostCenter"]
  }
}

resource "aws_s3_bucket" "empty" {
  expect_failure = true
  attrs = {
    tags = {}
  }
  inputs {
    required-tags = ["Owner", "CostCenter"]
  }
}

resource "aws_s3_bucket" "other_case" {
  expect_failure = true
  attrs = {
    tags = { owner = "a", CostCenter = "1" }
  }
  inputs {
    required-tags = ["Owner", "CostCenter"]
  }
}

resource "aws_s3_bucket" "known_after_apply" {
  expect_unknown = true
  unknown        = ["tags"]
  attrs = {
    bucket = "b"
  }
  inputs {
    required-tags = ["Owner", "CostCenter"]
  }
}

resource "aws_s3_bucket" "defaults_known_after_apply" {
  expect_unknown = true
  unknown        = ["tags_all"]
  attrs = {
    tags = { Owner = "a" }
  }
  inputs {
    required-tags = ["Owner", "CostCenter"]
  }
}

resource "google_storage_bucket" "labels" {
  attrs = {
    labels = { owner = "a", costcenter = "1" }
  }
  inputs {
    required-tags = ["Owner", "CostCenter"]
  }
}

resource "google_storage_bucket" "by_default_labels" {
  attrs = {
    labels           = null
    effective_labels = { owner = "a", costcenter = "1" }
  }
  inputs {
    required-tags = ["Owner", "CostCenter"]
  }
}

resource "google_storage_bucket" "no_labels" {
  expect_failure = true
  attrs = {
    labels = {}
  }
  inputs {
    required-tags = ["Owner", "CostCenter"]
  }
}

resource "google_compute_instance" "network_tags_and_labels" {
  attrs = {
    tags   = ["web"]
    labels = { owner = "a", costcenter = "1" }
  }
  inputs {
    required-tags = ["Owner", "CostCenter"]
  }
}

resource "google_compute_instance" "network_tags_only" {
  expect_failure = true
  attrs = {
    tags   = ["web"]
    labels = null
  }
  inputs {
    required-tags = ["Owner", "CostCenter"]
  }
}

resource "datadog_monitor" "list" {
  attrs = {
    tags = ["team:a"]
  }
  inputs {
    required-tags = ["Owner", "CostCenter"]
  }
}

resource "datadog_monitor" "empty_list" {
  attrs = {
    tags = []
  }
  inputs {
    required-tags = ["Owner", "CostCenter"]
  }
}

resource "azurerm_resource_group" "both" {
  attrs = {
    tags = { Owner = "a", CostCenter = "1" }
  }
  inputs {
    required-tags = ["Owner", "CostCenter"]
  }
}

resource "azurerm_resource_group" "none" {
  expect_failure = true
  attrs = {
    tags = null
  }
  inputs {
    required-tags = ["Owner", "CostCenter"]
  }
}

resource "aws_iam_role_policy" "no_tags" {
  attrs = {
    name = "a"
  }
  inputs {
    required-tags = ["Owner", "CostCenter"]
  }
}

resource "aws_autoscaling_group" "blocks" {
  attrs = {
    tag = [{ key = "Owner", value = "a" }, { key = "CostCenter", value = "1" }]
  }
  inputs {
    required-tags = ["Owner", "CostCenter"]
  }
}

resource "aws_autoscaling_group" "one_block" {
  expect_failure = true
  attrs = {
    tag = [{ key = "Owner", value = "a" }]
  }
  inputs {
    required-tags = ["Owner", "CostCenter"]
  }
}
