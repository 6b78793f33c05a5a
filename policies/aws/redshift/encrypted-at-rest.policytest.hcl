policytest {
  targets = ["encrypted-at-rest.policy.hcl"]
}

resource "aws_redshift_cluster" "right" {
  attrs = {
    encrypted = true
  }
}

resource "aws_redshift_cluster" "wrong" {
  expect_failure = true
  attrs = {
    encrypted = false
  }
}

resource "aws_redshift_cluster" "right_as_text" {
  attrs = {
    encrypted = "true"
  }
}

resource "aws_redshift_cluster" "wrong_as_text" {
  expect_failure = true
  attrs = {
    encrypted = "false"
  }
}

resource "aws_redshift_cluster" "default" {
  expect_failure = true
  attrs = {
    encrypted = null
  }
}

resource "aws_redshift_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["encrypted"]
  attrs = {
    encrypted = true
  }
}
