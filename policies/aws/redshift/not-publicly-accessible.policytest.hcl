policytest {
  targets = ["not-publicly-accessible.policy.hcl"]
}

resource "aws_redshift_cluster" "right" {
  attrs = {
    publicly_accessible = false
  }
}

resource "aws_redshift_cluster" "wrong" {
  expect_failure = true
  attrs = {
    publicly_accessible = true
  }
}

resource "aws_redshift_cluster" "default" {
  expect_failure = true
  attrs = {
    publicly_accessible = null
  }
}

resource "aws_redshift_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["publicly_accessible"]
  attrs = {
    publicly_accessible = false
  }
}

resource "aws_redshiftserverless_workgroup" "right" {
  attrs = {
    publicly_accessible = false
  }
}

resource "aws_redshiftserverless_workgroup" "wrong" {
  expect_failure = true
  attrs = {
    publicly_accessible = true
  }
}

resource "aws_redshiftserverless_workgroup" "default" {
  expect_failure = true
  attrs = {
    publicly_accessible = null
  }
}

resource "aws_redshiftserverless_workgroup" "known_after_apply" {
  expect_unknown = true
  unknown        = ["publicly_accessible"]
  attrs = {
    publicly_accessible = false
  }
}
