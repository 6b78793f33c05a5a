policytest {
  targets = ["logging-enabled.policy.hcl"]
}

resource "aws_sfn_state_machine" "right" {
  attrs = {
    logging_configuration = [{ level = "ALL" }]
  }
}

resource "aws_sfn_state_machine" "right_1" {
  attrs = {
    logging_configuration = [{ level = "ERROR" }]
  }
}

resource "aws_sfn_state_machine" "right_2" {
  attrs = {
    logging_configuration = [{ level = "FATAL" }]
  }
}

resource "aws_sfn_state_machine" "wrong" {
  expect_failure = true
  attrs = {
    logging_configuration = [{ level = "OFF" }]
  }
}

resource "aws_sfn_state_machine" "default" {
  expect_failure = true
  attrs = {
    logging_configuration = [{ level = null }]
  }
}

resource "aws_sfn_state_machine" "no_block" {
  expect_failure = true
  attrs = {
    logging_configuration = []
  }
}

resource "aws_sfn_state_machine" "known_after_apply" {
  expect_unknown = true
  unknown        = ["logging_configuration.0.level"]
  attrs = {
    logging_configuration = [{ level = null }]
  }
}
