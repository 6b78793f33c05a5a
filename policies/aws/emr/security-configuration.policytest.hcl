policytest {
  targets = ["security-configuration.policy.hcl"]
}

resource "aws_emr_cluster" "set" {
  attrs = {
    security_configuration = "a"
  }
}

resource "aws_emr_cluster" "not_set" {
  expect_failure = true
  attrs = {
    security_configuration = null
  }
}

resource "aws_emr_cluster" "empty" {
  expect_failure = true
  attrs = {
    security_configuration = ""
  }
}

resource "aws_emr_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["security_configuration"]
  attrs = {
    security_configuration = null
  }
}
