policytest {
  targets = ["database-encrypted.policy.hcl"]
}

resource "aws_athena_database" "set" {
  attrs = {
    encryption_configuration = [{ encryption_option = "SSE_KMS" }]
  }
}

resource "aws_athena_database" "not_set" {
  expect_failure = true
  attrs = {
    encryption_configuration = [{ encryption_option = null }]
  }
}

resource "aws_athena_database" "empty" {
  expect_failure = true
  attrs = {
    encryption_configuration = [{ encryption_option = "" }]
  }
}

resource "aws_athena_database" "known_after_apply" {
  expect_unknown = true
  unknown        = ["encryption_configuration.0.encryption_option"]
  attrs = {
    encryption_configuration = [{ encryption_option = null }]
  }
}

resource "aws_athena_database" "no_block" {
  expect_failure = true
  attrs = {
    encryption_configuration = []
  }
}
