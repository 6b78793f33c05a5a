policytest {
  targets = ["audit-logs.policy.hcl"]
}

resource "aws_mq_broker" "right" {
  attrs = {
    engine_type = "ActiveMQ"
    logs        = [{ audit = true }]
  }
}

resource "aws_mq_broker" "wrong" {
  expect_failure = true
  attrs = {
    engine_type = "ActiveMQ"
    logs        = [{ audit = false }]
  }
}

resource "aws_mq_broker" "right_as_text" {
  attrs = {
    engine_type = "ActiveMQ"
    logs        = [{ audit = "true" }]
  }
}

resource "aws_mq_broker" "wrong_as_text" {
  expect_failure = true
  attrs = {
    engine_type = "ActiveMQ"
    logs        = [{ audit = "false" }]
  }
}

resource "aws_mq_broker" "default" {
  expect_failure = true
  attrs = {
    engine_type = "ActiveMQ"
    logs        = [{ audit = null }]
  }
}

resource "aws_mq_broker" "no_block" {
  expect_failure = true
  attrs = {
    engine_type = "ActiveMQ"
    logs        = []
  }
}

resource "aws_mq_broker" "known_after_apply" {
  expect_unknown = true
  unknown        = ["logs.0.audit"]
  attrs = {
    engine_type = "ActiveMQ"
    logs        = [{ audit = true }]
  }
}

resource "aws_mq_broker" "rabbit_has_none" {
  attrs = {
    engine_type = "RabbitMQ"
    logs        = [{ general = true, audit = "" }]
  }
}
