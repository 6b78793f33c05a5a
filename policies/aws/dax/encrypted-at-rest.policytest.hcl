policytest {
  targets = ["encrypted-at-rest.policy.hcl"]
}

resource "aws_dax_cluster" "right" {
  attrs = {
    server_side_encryption = [{ enabled = true }]
  }
}

resource "aws_dax_cluster" "wrong" {
  expect_failure = true
  attrs = {
    server_side_encryption = [{ enabled = false }]
  }
}

resource "aws_dax_cluster" "default" {
  expect_failure = true
  attrs = {
    server_side_encryption = [{ enabled = null }]
  }
}

resource "aws_dax_cluster" "no_block" {
  expect_failure = true
  attrs = {
    server_side_encryption = []
  }
}

resource "aws_dax_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["server_side_encryption.0.enabled"]
  attrs = {
    server_side_encryption = [{ enabled = true }]
  }
}
