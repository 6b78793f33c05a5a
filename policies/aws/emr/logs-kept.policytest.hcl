policytest {
  targets = ["logs-kept.policy.hcl"]
}

resource "aws_emr_cluster" "set" {
  attrs = {
    log_uri = "s3://a/logs/"
  }
}

resource "aws_emr_cluster" "not_set" {
  expect_failure = true
  attrs = {
    log_uri = null
  }
}

resource "aws_emr_cluster" "empty" {
  expect_failure = true
  attrs = {
    log_uri = ""
  }
}

resource "aws_emr_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["log_uri"]
  attrs = {
    log_uri = null
  }
}
