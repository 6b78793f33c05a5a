policytest {
  targets = ["results-encrypted.policy.hcl"]
}

resource "aws_athena_workgroup" "set" {
  attrs = {
    configuration = [{ result_configuration = [{ encryption_configuration = [{ encryption_option = "SSE_KMS" }] }] }]
  }
}

resource "aws_athena_workgroup" "not_set" {
  expect_failure = true
  attrs = {
    configuration = [{ result_configuration = [{ encryption_configuration = [{ encryption_option = null }] }] }]
  }
}

resource "aws_athena_workgroup" "empty" {
  expect_failure = true
  attrs = {
    configuration = [{ result_configuration = [{ encryption_configuration = [{ encryption_option = "" }] }] }]
  }
}

resource "aws_athena_workgroup" "known_after_apply" {
  expect_unknown = true
  unknown        = ["configuration.0.result_configuration.0.encryption_configuration.0.encryption_option"]
  attrs = {
    configuration = [{ result_configuration = [{ encryption_configuration = [{ encryption_option = null }] }] }]
  }
}

resource "aws_athena_workgroup" "no_block" {
  expect_failure = true
  attrs = {
    configuration = []
  }
}
