policytest {
  targets = ["shrink"]
}

locals {
  before = { allocated_storage = 100, deletion_protection = true, tags = { env = "prod" } }
}

resource "aws_db_instance" "grown" {
  prior_attrs = local.before
  attrs       = core::merge(local.before, { allocated_storage = 200 })
}

resource "aws_db_instance" "shrunk" {
  expect_failure = true
  prior_attrs    = local.before
  attrs          = core::merge(local.before, { allocated_storage = "50" })
}

resource "aws_db_instance" "created" {
  attrs = local.before
}

resource "aws_db_instance" "deleted" {
  expect_failure = true
  prior_attrs    = local.before
}

resource "aws_db_instance" "deleted_half_of_a_replace" {
  expect_failure = true
  prior_attrs    = local.before
  attrs          = local.before
  meta           = { operation = "delete" }
}

resource "aws_db_instance" "unprotected" {
  prior_attrs = core::merge(aws_db_instance.created.attrs, { deletion_protection = false })
}

resource "aws_db_instance" "size_known_later" {
  expect_unknown = true
  prior_attrs    = local.before
  attrs          = {}
  unknown        = ["allocated_storage"]
}
