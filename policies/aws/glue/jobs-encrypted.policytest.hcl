policytest {
  targets = ["jobs-encrypted.policy.hcl"]
}

resource "aws_glue_job" "set" {
  attrs = {
    security_configuration = "a"
  }
}

resource "aws_glue_job" "not_set" {
  expect_failure = true
  attrs = {
    security_configuration = null
  }
}

resource "aws_glue_job" "empty" {
  expect_failure = true
  attrs = {
    security_configuration = ""
  }
}

resource "aws_glue_job" "known_after_apply" {
  expect_unknown = true
  unknown        = ["security_configuration"]
  attrs = {
    security_configuration = null
  }
}

resource "aws_glue_crawler" "set" {
  attrs = {
    security_configuration = "a"
  }
}

resource "aws_glue_crawler" "not_set" {
  expect_failure = true
  attrs = {
    security_configuration = null
  }
}

resource "aws_glue_crawler" "empty" {
  expect_failure = true
  attrs = {
    security_configuration = ""
  }
}

resource "aws_glue_crawler" "known_after_apply" {
  expect_unknown = true
  unknown        = ["security_configuration"]
  attrs = {
    security_configuration = null
  }
}

resource "aws_glue_dev_endpoint" "set" {
  attrs = {
    security_configuration = "a"
  }
}

resource "aws_glue_dev_endpoint" "not_set" {
  expect_failure = true
  attrs = {
    security_configuration = null
  }
}

resource "aws_glue_dev_endpoint" "empty" {
  expect_failure = true
  attrs = {
    security_configuration = ""
  }
}

resource "aws_glue_dev_endpoint" "known_after_apply" {
  expect_unknown = true
  unknown        = ["security_configuration"]
  attrs = {
    security_configuration = null
  }
}
