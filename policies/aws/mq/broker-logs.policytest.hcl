policytest {
  targets = ["broker-logs.policy.hcl"]
}

resource "aws_mq_broker" "right" {
  attrs = {
    logs = [{ general = true }]
  }
}

resource "aws_mq_broker" "wrong" {
  expect_failure = true
  attrs = {
    logs = [{ general = false }]
  }
}

resource "aws_mq_broker" "default" {
  expect_failure = true
  attrs = {
    logs = [{ general = null }]
  }
}

resource "aws_mq_broker" "no_block" {
  expect_failure = true
  attrs = {
    logs = []
  }
}

resource "aws_mq_broker" "known_after_apply" {
  expect_unknown = true
  unknown        = ["logs.0.general"]
  attrs = {
    logs = [{ general = true }]
  }
}
