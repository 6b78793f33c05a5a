policytest {
  targets = ["not-publicly-accessible.policy.hcl"]
}

resource "aws_mq_broker" "right" {
  attrs = {
    publicly_accessible = false
  }
}

resource "aws_mq_broker" "wrong" {
  expect_failure = true
  attrs = {
    publicly_accessible = true
  }
}

resource "aws_mq_broker" "default" {
  expect_failure = true
  attrs = {
    publicly_accessible = null
  }
}

resource "aws_mq_broker" "known_after_apply" {
  expect_unknown = true
  unknown        = ["publicly_accessible"]
  attrs = {
    publicly_accessible = false
  }
}
