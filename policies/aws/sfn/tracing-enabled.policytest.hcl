policytest {
  targets = ["tracing-enabled.policy.hcl"]
}

resource "aws_sfn_state_machine" "right" {
  attrs = {
    tracing_configuration = [{ enabled = true }]
  }
}

resource "aws_sfn_state_machine" "wrong" {
  expect_failure = true
  attrs = {
    tracing_configuration = [{ enabled = false }]
  }
}

resource "aws_sfn_state_machine" "default" {
  expect_failure = true
  attrs = {
    tracing_configuration = [{ enabled = null }]
  }
}

resource "aws_sfn_state_machine" "no_block" {
  expect_failure = true
  attrs = {
    tracing_configuration = []
  }
}

resource "aws_sfn_state_machine" "known_after_apply" {
  expect_unknown = true
  unknown        = ["tracing_configuration.0.enabled"]
  attrs = {
    tracing_configuration = [{ enabled = true }]
  }
}
