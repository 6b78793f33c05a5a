policytest {
  targets = ["access-logs.policy.hcl"]
}

resource "aws_lb" "right" {
  attrs = {
    access_logs = [{ enabled = true }]
  }
}

resource "aws_lb" "wrong" {
  expect_failure = true
  attrs = {
    access_logs = [{ enabled = false }]
  }
}

resource "aws_lb" "default" {
  expect_failure = true
  attrs = {
    access_logs = [{ enabled = null }]
  }
}

resource "aws_lb" "no_block" {
  expect_failure = true
  attrs = {
    access_logs = []
  }
}

resource "aws_lb" "known_after_apply" {
  expect_unknown = true
  unknown        = ["access_logs.0.enabled"]
  attrs = {
    access_logs = [{ enabled = true }]
  }
}

resource "aws_alb" "right" {
  attrs = {
    access_logs = [{ enabled = true }]
  }
}

resource "aws_alb" "wrong" {
  expect_failure = true
  attrs = {
    access_logs = [{ enabled = false }]
  }
}

resource "aws_alb" "default" {
  expect_failure = true
  attrs = {
    access_logs = [{ enabled = null }]
  }
}

resource "aws_alb" "no_block" {
  expect_failure = true
  attrs = {
    access_logs = []
  }
}

resource "aws_alb" "known_after_apply" {
  expect_unknown = true
  unknown        = ["access_logs.0.enabled"]
  attrs = {
    access_logs = [{ enabled = true }]
  }
}

resource "aws_lb" "gateway_has_none" {
  attrs = {
    load_balancer_type = "gateway"
    access_logs        = []
  }
}

resource "aws_alb" "gateway_has_none" {
  attrs = {
    load_balancer_type = "gateway"
    access_logs        = []
  }
}

resource "aws_elb" "on" {
  attrs = {
    access_logs = [{ bucket = "logs", enabled = true }]
  }
}

resource "aws_elb" "default" {
  attrs = {
    access_logs = [{ bucket = "logs", enabled = null }]
  }
}

resource "aws_elb" "off" {
  expect_failure = true
  attrs = {
    access_logs = [{ bucket = "logs", enabled = false }]
  }
}

resource "aws_elb" "none" {
  expect_failure = true
  attrs = {
    access_logs = []
  }
}

resource "aws_elb" "known_after_apply" {
  expect_unknown = true
  unknown        = ["access_logs.0.enabled"]
  attrs = {
    access_logs = [{ bucket = "logs" }]
  }
}
